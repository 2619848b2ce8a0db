# right: producers and consumers wait on conditions of their own, so that a notify reaches the right kind
import threading


class Slot:
    def __init__(self):
        self.items = []
        lock = threading.Lock()
        self.filled = threading.Condition(lock)
        self.emptied = threading.Condition(lock)

    def put(self, item):
        with self.emptied:
            while self.items:
                self.emptied.wait()
            self.items.append(item)
            self.filled.notify()

    def get(self):
        with self.filled:
            while not self.items:
                self.filled.wait()
            item = self.items.pop()
            self.emptied.notify()
            return item


def main():
    slot = Slot()
    threads = [threading.Thread(target=slot.get), threading.Thread(target=slot.get),
               threading.Thread(target=slot.put, args=(1,)), threading.Thread(target=slot.put, args=(2,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert slot.items == []
