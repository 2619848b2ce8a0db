# kind: wrong_result
# schedule: the producer is slow: the consumer's time is over before the second item, and it takes that for the end
import queue
import threading


def main():
    items = queue.Queue()
    got = []

    def producer():
        for n in (1, 2):
            items.put(n)

    def consumer():
        while True:
            try:
                got.append(items.get(timeout=1))
            except queue.Empty:
                return

    threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [1, 2]
