# right: each item is an object of its own
import queue
import threading


def main():
    rows = queue.Queue()
    got = []

    def producer():
        row = [0]
        for n in (1, 2):
            row = [n]
            rows.put(row)

    def consumer():
        for _ in range(2):
            got.append(rows.get()[0])

    threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [1, 2]
