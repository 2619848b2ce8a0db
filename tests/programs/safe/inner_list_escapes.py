# right: the caller gets a copy, made under the lock
import threading


class Samples:
    def __init__(self):
        self._values = [4, 2]
        self._lock = threading.Lock()

    def values(self):
        with self._lock:
            return list(self._values)

    def clear(self):
        with self._lock:
            self._values.clear()


def main():
    samples = Samples()

    def mean():
        values = samples.values()
        if values:
            assert values[0] + values[1] == 6

    threads = [threading.Thread(target=mean), threading.Thread(target=samples.clear)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
