# right: one waiter is woken at the end of a call; it wakes the next on its own way out
from threading import Condition, Lock


def once(function):
    room = Condition(Lock())
    running = False
    results = []

    def leave():
        nonlocal running
        with room:
            running = False
            room.notify()

    def call():
        nonlocal running
        with room:
            room.wait_for(lambda: not running)
            if results:
                room.notify()
                return results[0]
            running = True
        try:
            results.append(function())
        finally:
            leave()
        return results[0]

    return call
