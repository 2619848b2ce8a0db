# right: each waiter blocks on a lock of its own; the last count_down opens all of them
import threading


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError("count < 0")
        self.mutex = threading.Lock()
        self.value = count
        self.doors = []

    @property
    def count(self):
        return self.value

    def count_down(self):
        with self.mutex:
            if self.value == 0:
                return
            self.value -= 1
            doors = []
            if self.value == 0:
                doors, self.doors = self.doors, doors
        for door in doors:
            door.release()

    def wait(self, timeout=None):
        with self.mutex:
            if self.value == 0:
                return True
            door = threading.Lock()
            door.acquire()
            self.doors.append(door)
        if door.acquire(timeout=-1 if timeout is None else timeout):
            return True
        with self.mutex:
            if door in self.doors:
                self.doors.remove(door)
            return self.value == 0
