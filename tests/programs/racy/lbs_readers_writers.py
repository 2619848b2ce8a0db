# kind: race|deadlock
# schedule: two readers count themselves without a lock: both think to be the first, or neither thinks to be the last
import threading


class Lightswitch:
    def __init__(self):
        self.readers = 0

    def lock(self, room):
        self.readers += 1
        if self.readers == 1:
            room.acquire()

    def unlock(self, room):
        self.readers -= 1
        if self.readers == 0:
            room.release()


class Page:
    x = y = 0


def main():
    room = threading.Semaphore(1)
    switch = Lightswitch()
    page = Page()

    def reader():
        switch.lock(room)
        assert page.x == page.y, "read while it was written"
        switch.unlock(room)

    def writer():
        room.acquire()
        page.x = 1
        page.y = 1
        room.release()

    threads = [threading.Thread(target=reader), threading.Thread(target=reader), threading.Thread(target=writer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
