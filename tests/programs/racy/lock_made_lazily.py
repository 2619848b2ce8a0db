# kind: race
# schedule: both threads find no lock and make one each; each then holds its own while both update
import threading


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = None

    def increment(self):
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
