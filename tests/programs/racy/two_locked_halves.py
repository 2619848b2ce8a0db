# kind: wrong_result
# schedule: one worker reads under the lock and lets it go, the other does its whole update, the first writes
import threading


class Counter:
    def __init__(self):
        self._value = 0
        self._lock = threading.Lock()

    def get(self):
        with self._lock:
            return self._value

    def set(self, value):
        with self._lock:
            self._value = value


def main():
    counter = Counter()

    def increment():
        counter.set(counter.get() + 1)

    threads = [threading.Thread(target=increment) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counter.get() == 2, "an increment is lost although every access is locked"
