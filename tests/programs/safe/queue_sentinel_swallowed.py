# right: each get is asked whether it has got the sentinel
import queue
import threading


def main():
    rows = queue.Queue()
    pairs = []

    def reader():
        while True:
            first = rows.get()
            second = rows.get() if first is not None else None
            if first is not None:
                pairs.append((first, second))
            if second is None:
                return

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
