# right: Courtois second problem, five semaphores
from threading import Semaphore
from contextlib import contextmanager
class ReadWriteLock:
    def __init__(self):
        self.mutex1, self.mutex2, self.mutex3 = Semaphore(1), Semaphore(1), Semaphore(1)
        self.w, self.r = Semaphore(1), Semaphore(1)
        self.readcount = self.writecount = 0
    @contextmanager
    def read(self):
        self.mutex3.acquire(); self.r.acquire(); self.mutex1.acquire()
        self.readcount += 1
        if self.readcount == 1: self.w.acquire()
        self.mutex1.release(); self.r.release(); self.mutex3.release()
        try:
            yield
        finally:
            self.mutex1.acquire()
            self.readcount -= 1
            if self.readcount == 0: self.w.release()
            self.mutex1.release()
    @contextmanager
    def write(self):
        self.mutex2.acquire()
        self.writecount += 1
        if self.writecount == 1: self.r.acquire()
        self.mutex2.release()
        self.w.acquire()
        try:
            yield
        finally:
            self.w.release()
            self.mutex2.acquire()
            self.writecount -= 1
            if self.writecount == 0: self.r.release()
            self.mutex2.release()
