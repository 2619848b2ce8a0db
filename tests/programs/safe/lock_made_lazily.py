# right: the missing lock is made under a lock that exists from the start
import threading

making = threading.Lock()


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = None

    def increment(self):
        with making:
            if self.lock is None:
                self.lock = threading.Lock()
        with self.lock:
            self.value += 1


def main():
    counter = Counter()
    threads = [threading.Thread(target=counter.increment) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counter.value == 2
