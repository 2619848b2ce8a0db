# kind: deadlock
# schedule: the consumer has emptied the box and is about to clear; the producer puts and sets; the clear wipes that out
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
            while box:
                done.append(box.popleft())
            arrived.clear()

    threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [1, 2]
