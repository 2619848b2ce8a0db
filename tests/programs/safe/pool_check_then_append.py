# right: a lock makes the check and the append one step
import threading
from multiprocessing.pool import ThreadPool


def main():
    first = []
    lock = threading.Lock()

    def claim(name):
        with lock:
            if not first:
                first.append(name)

    with ThreadPool(2) as pool:
        pool.map(claim, ["a", "b"])
    assert len(first) == 1, first
