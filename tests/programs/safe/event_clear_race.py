# right: the event is cleared before the box is emptied: what comes later sets it again
import threading
from collections import deque


def main():
    box = deque()
    arrived = threading.Event()
    done = []

    def producer():
        for n in (1, 2):
            box.append(n)
            arrived.set()

    def consumer():
        while len(done) < 2:
            arrived.wait()
            arrived.clear()
            while box:
                done.append(box.popleft())

    threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [1, 2]
