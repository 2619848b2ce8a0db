# right: the end is an item of its own
import queue
import threading


def main():
    items = queue.Queue()
    got = []

    def producer():
        for n in (1, 2):
            items.put(n)
        items.put(None)

    def consumer():
        for item in iter(items.get, None):
            got.append(item)

    threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [1, 2]
