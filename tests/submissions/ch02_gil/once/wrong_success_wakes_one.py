# fails: one_call: two threads wait while the first runs: notify() wakes one of them, the other sleeps for ever
# kind: lost_wakeup|deadlock|hang
from threading import Condition


def once(function):
    changed = Condition()
    running = False
    results = []

    def call():
        nonlocal running
        with changed:
            while running:
                changed.wait()
            if results:
                return results[0]
            running = True
        try:
            results.append(function())
        finally:
            with changed:
                running = False
                changed.notify()
        return results[0]

    return call
