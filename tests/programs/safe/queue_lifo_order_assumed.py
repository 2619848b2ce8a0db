# right: a FIFO queue gives one producer's items in their order
import queue
import threading


def main():
    items = queue.Queue()
    got = []

    def producer():
        items.put(1)
        items.put(2)

    def consumer():
        for _ in range(2):
            got.append(items.get())

    threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [1, 2]
