# fails: preference: R1 has switched the light on, W waits for the room, R2 arrives and goes in
# kind: wrong_result|race
import threading


class _Read:
    def __init__(self, room):
        self.room, self.mutex, self.inside = room, threading.Lock(), 0

    def __enter__(self):
        with self.mutex:
            self.inside += 1
            if self.inside == 1:
                self.room.acquire()

    def __exit__(self, *error):
        with self.mutex:
            self.inside -= 1
            if self.inside == 0:
                self.room.release()


class ReadWriteLock:
    def __init__(self):
        self._room = threading.Lock()
        self._reading = _Read(self._room)

    def read(self):
        return self._reading

    def write(self):
        return self._room
