# fails: errors: A failed and left the event set; B runs the function again, and C, not waiting any more, returns too early
# kind: exception|race|wrong_result
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
                return results[0]
            over.wait()
            with lock:
                if running:
                    return results[0]

    return call
