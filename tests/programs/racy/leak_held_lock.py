# kind: leak
# schedule: whoever finds the box closed returns without letting go of its lock
import threading


class Box:
    def __init__(self):
        self.lock = threading.Lock()
        self.items = []
        self.closed = False

    def add(self, item):
        self.lock.acquire()
        if self.closed:
            return False
        self.items.append(item)
        self.lock.release()
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
