# right: the item is read and the head moved under one lock
import threading


class Queue:
    def __init__(self, items):
        self.items = items
        self.head = 0
        self.lock = threading.Lock()

    def get(self):
        with self.lock:
            item = self.items[self.head]
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
