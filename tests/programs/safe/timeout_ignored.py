# right: wait_for says whether the letter is there, and the receiver believes it
import threading


def main():
    condition = threading.Condition()
    box = {"letter": None}
    read = []

    def receiver():
        with condition:
            if condition.wait_for(lambda: box["letter"] is not None, timeout=0.01):
                read.append(box["letter"])
            else:
                read.append("gave up")

    def sender():
        with condition:
            box["letter"] = "hello"
            condition.notify()

    threads = [threading.Thread(target=receiver), threading.Thread(target=sender)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read in (["hello"], ["gave up"]), read
