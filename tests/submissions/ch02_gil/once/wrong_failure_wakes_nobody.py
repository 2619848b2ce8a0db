# fails: errors: B waits while A runs; A's call raises and resets the state, but nobody is notified: B sleeps for ever
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
            result = function()
        except BaseException:
            with changed:
                running = False
            raise
        with changed:
            running = False
            results.append(result)
            changed.notify_all()
        return result

    return call
