# fails: errors: the call raises while another thread waits: "running" stays true and the other waits for ever
# kind: deadlock|hang|lost_wakeup
from threading import Condition


def once(function):
    changed = Condition()
    running = False
    results = []

    def call():
        nonlocal running
        with changed:
            while running and not results:
                changed.wait()
            if results:
                return results[0]
            running = True
        result = function()
        with changed:
            results.append(result)
            changed.notify_all()
        return result

    return call
