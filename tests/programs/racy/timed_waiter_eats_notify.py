# kind: deadlock
# schedule: the timed wait has expired but not got the lock back when the notify goes to it; it gives up, and the patient waiter sleeps on
import threading


def main():
    condition = threading.Condition()
    items = []
    got = []

    def impatient():
        with condition:
            if not items and not condition.wait(timeout=0.01):
                return
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
