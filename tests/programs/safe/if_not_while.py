# right: who wakes up looks again
import threading


class Queue:
    def __init__(self):
        self.items = []
        self.changed = threading.Condition()

    def put(self, item):
        with self.changed:
            self.items.append(item)
            self.changed.notify()

    def get(self):
        with self.changed:
            while not self.items:
                self.changed.wait()
            return self.items.pop()


def main():
    queue = Queue()

    def producer():
        queue.put(1)
        queue.put(2)

    threads = [threading.Thread(target=queue.get), threading.Thread(target=queue.get),
               threading.Thread(target=producer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert queue.items == []
