# right: every change that somebody may wait for is followed by a notify
import threading


def main():
    condition = threading.Condition()
    shelf = []

    def buyer():
        with condition:
            while not shelf:
                condition.wait()
            shelf.pop()

    def seller():
        with condition:
            shelf.append("thing")
            condition.notify()

    threads = [threading.Thread(target=buyer), threading.Thread(target=seller)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shelf == []
