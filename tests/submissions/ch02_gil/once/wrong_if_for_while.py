# fails: errors: B and C wait; A fails and wakes both; B runs the function, C does not look whether somebody runs and runs it, too
# kind: race|wrong_result
from threading import Condition


def once(function):
    changed = Condition()
    running = False
    results = []

    def call():
        nonlocal running
        with changed:
            if running:
                changed.wait()
            if results:
                return results[0]
            running = True
        try:
            results.append(function())
        finally:
            with changed:
                running = False
                changed.notify_all()
        return results[0]

    return call
