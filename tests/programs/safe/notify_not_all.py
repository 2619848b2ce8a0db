# right: a change that lets everybody go on is told to all
import threading


def main():
    condition = threading.Condition()
    state = {"started": False}

    def runner():
        with condition:
            while not state["started"]:
                condition.wait()

    def starter():
        with condition:
            state["started"] = True
            condition.notify_all()

    threads = [threading.Thread(target=runner), threading.Thread(target=runner), threading.Thread(target=starter)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
