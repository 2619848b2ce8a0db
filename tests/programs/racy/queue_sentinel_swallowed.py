# kind: deadlock
# schedule: a worker takes the sentinel out with the second get of a pair, and asks for more
import queue
import threading


def main():
    rows = queue.Queue()
    pairs = []

    def reader():
        while True:
            first = rows.get()
            if first is None:
                return
            pairs.append((first, rows.get()))

    def writer(row):
        rows.put(row)

    def closer():
        for thread in writers:
            thread.join()
        rows.put(None)

    writers = [threading.Thread(target=writer, args=(n,)) for n in range(3)]
    readers = [threading.Thread(target=reader), threading.Thread(target=closer)]
    for thread in writers + readers:
        thread.start()
    for thread in readers:
        thread.join()
    assert len(pairs) == 2
