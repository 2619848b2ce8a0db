# kind: exception
# schedule: both producers see a free place; the second finds the queue full
import queue
import threading


def main():
    newest = queue.Queue(1)

    def producer(item):
        if not newest.full():
            newest.put_nowait(item)

    threads = [threading.Thread(target=producer, args=("a",)), threading.Thread(target=producer, args=("b",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert newest.qsize() == 1
