# kind: wrong_result
# schedule: the wait gives up before the sender has come, and the receiver goes on as if it had
import threading


def main():
    condition = threading.Condition()
    box = {"letter": None}
    read = []

    def receiver():
        with condition:
            if box["letter"] is None:
                condition.wait(timeout=0.01)
            read.append(box["letter"])

    def sender():
        with condition:
            box["letter"] = "hello"
            condition.notify()

    threads = [threading.Thread(target=receiver), threading.Thread(target=sender)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == ["hello"], read
