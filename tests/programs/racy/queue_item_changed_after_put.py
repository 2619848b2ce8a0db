# kind: wrong_result|race
# schedule: the producer fills the same list again while the consumer still reads it
import queue
import threading


def main():
    rows = queue.Queue()
    got = []

    def producer():
        row = [0]
        for n in (1, 2):
            row[0] = n
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
