# right: the look and the change are one step under a lock
import threading
from concurrent.futures import ThreadPoolExecutor


def main():
    names = []
    lock = threading.Lock()

    def add(name):
        with lock:
            if name not in names:
                names.append(name)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(add, ["ann", "ann"]))
    assert names == ["ann"]
