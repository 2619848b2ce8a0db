# right: the sentinel is put when all producers have ended
import queue
import threading


def main():
    items = queue.Queue()
    got = []

    def producer(item):
        items.put(item)
        items.put(None)

    def consumer():
        for _ in range(2):            # a sentinel from each producer
            for item in iter(items.get, None):
                got.append(item)

    threads = [threading.Thread(target=producer, args=(1,)), threading.Thread(target=producer, args=(2,)),
               threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == [1, 2]
