# right: the callback is added while the lock is free
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
        future.add_done_callback(note)
    assert done == [8]
