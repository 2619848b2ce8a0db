# fails: one_call: B has seen that A runs; before B waits for the event A has finished, set and cleared it: B sleeps for ever
# kind: lost_wakeup|deadlock|hang
from threading import Event, Lock


def once(function):
    lock = Lock()
    over = Event()
    running = False
    results = []

    def call():
        nonlocal running
        while True:
            with lock:
                if results:
                    return results[0]
                first = not running
                running = True
            if first:
                try:
                    results.append(function())
                finally:
                    with lock:
                        running = False
                    over.set()
                    over.clear()
            else:
                over.wait()

    return call
