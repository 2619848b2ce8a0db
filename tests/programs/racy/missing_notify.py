# kind: deadlock
# schedule: the buyer waits; the seller puts the thing there and tells nobody
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

    threads = [threading.Thread(target=buyer), threading.Thread(target=seller)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shelf == []
