# kind: race
# schedule: one consumer reads the head's item outside the lock when the other has not moved the head: one item twice
import threading


class Queue:
    def __init__(self, items):
        self.items = items
        self.head = 0
        self.lock = threading.Lock()

    def get(self):
        item = self.items[self.head]
        with self.lock:
            self.head += 1
        return item


def main():
    queue = Queue(["a", "b"])
    got = []
    threads = [threading.Thread(target=lambda: got.append(queue.get())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == ["a", "b"], got
