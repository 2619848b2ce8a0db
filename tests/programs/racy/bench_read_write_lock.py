# kind: race
# schedule: the writer sees no readers and lets the mutex go; a reader comes in while the writer writes
import threading


class ReadWriteLock:
    def __init__(self):
        self.readers = 0
        self.condition = threading.Condition()

    def acquire_read(self):
        with self.condition:
            self.readers += 1

    def release_read(self):
        with self.condition:
            self.readers -= 1
            self.condition.notify_all()

    def acquire_write(self):
        with self.condition:
            while self.readers > 0:
                self.condition.wait()

    def release_write(self):
        pass


class Point:
    x = y = 0


def main():
    lock = ReadWriteLock()
    point = Point()

    def writer():
        lock.acquire_write()
        point.x = 1
        point.y = 1
        lock.release_write()

    def reader():
        lock.acquire_read()
        x, y = point.x, point.y
        lock.release_read()
        assert x == y, "half a write is seen"

    threads = [threading.Thread(target=writer), threading.Thread(target=reader)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
