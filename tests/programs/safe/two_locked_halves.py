# right: the class offers the whole update as one locked operation
import threading


class Counter:
    def __init__(self):
        self._value = 0
        self._lock = threading.Lock()

    def get(self):
        with self._lock:
            return self._value

    def increment(self):
        with self._lock:
            self._value += 1


def main():
    counter = Counter()
    threads = [threading.Thread(target=counter.increment) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counter.get() == 2
