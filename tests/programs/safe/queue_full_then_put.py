# right: whoever finds no place is told so by the very call that would have put the item
import queue
import threading


def main():
    newest = queue.Queue(1)

    def producer(item):
        try:
            newest.put_nowait(item)
        except queue.Full:
            pass

    threads = [threading.Thread(target=producer, args=("a",)), threading.Thread(target=producer, args=("b",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert newest.qsize() == 1
