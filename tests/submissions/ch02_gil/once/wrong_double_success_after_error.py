# fails: errors: after an error all waiters run at once
# kind: wrong_result|race|overlap
import threading
def once(function):
    lock = threading.Lock(); event = threading.Event(); running = False; box = []
    def call():
        nonlocal running
        with lock:
            mine = not running; running = True
        if not mine:
            event.wait()
            if box: return box[0]
        try: box.append(function())
        finally: event.set()
        return box[0]
    return call
