# right: the lock is given back on every way out
import threading


class Box:
    def __init__(self):
        self.lock = threading.Lock()
        self.items = []
        self.closed = False

    def add(self, item):
        with self.lock:
            if self.closed:
                return False
            self.items.append(item)
            return True

    def close(self):
        with self.lock:
            self.closed = True


def main():
    box = Box()
    box.close()
    thread = threading.Thread(target=box.add, args=("late",))
    thread.start()
    thread.join()
    assert box.items == []
