# right: light switches, writers' priority
from threading import Semaphore, Lock
from contextlib import contextmanager
class Lightswitch:
    def __init__(self): self.counter, self.mutex = 0, Semaphore(1)
    def lock(self, semaphore):
        with self.mutex:
            self.counter += 1
            if self.counter == 1: semaphore.acquire()
    def unlock(self, semaphore):
        with self.mutex:
            self.counter -= 1
            if self.counter == 0: semaphore.release()
class ReadWriteLock:
    def __init__(self):
        self.readSwitch, self.writeSwitch = Lightswitch(), Lightswitch()
        self.noReaders, self.noWriters = Semaphore(1), Semaphore(1)
    @contextmanager
    def read(self):
        self.noReaders.acquire()
        self.readSwitch.lock(self.noWriters)
        self.noReaders.release()
        try: yield self
        finally: self.readSwitch.unlock(self.noWriters)
    @contextmanager
    def write(self):
        self.writeSwitch.lock(self.noReaders)
        self.noWriters.acquire()
        try: yield self
        finally:
            self.noWriters.release()
            self.writeSwitch.unlock(self.noReaders)
