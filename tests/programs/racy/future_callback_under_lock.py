# kind: deadlock
# schedule: the call is done when the callback is added: it runs at once, in the thread that holds the lock
import threading
from concurrent.futures import ThreadPoolExecutor


def main():
    lock = threading.Lock()
    done = []

    def note(future):
        with lock:
            done.append(future.result())

    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(pow, 2, 3)
        with lock:
            future.add_done_callback(note)
    assert done == [8]
