# right: who gives up looks once more, under the lock, whether the notify was meant for it
import threading


def main():
    condition = threading.Condition()
    items = []
    got = []

    def impatient():
        with condition:
            if not items:
                condition.wait(timeout=0.01)
            if items:
                got.append(items.pop())

    def patient():
        with condition:
            while not items:
                condition.wait()
            got.append(items.pop())

    def producer():
        with condition:
            items.append(1)
            condition.notify()

    threads = [threading.Thread(target=impatient), threading.Thread(target=patient), threading.Thread(target=producer)]
    for thread in threads:
        thread.start()
    threads[0].join()
    threads[2].join()
    with condition:
        if not items:
            items.append(2)
            condition.notify()
    threads[1].join()
    assert got
