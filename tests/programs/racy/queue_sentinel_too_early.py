# kind: wrong_result
# schedule: the first producer to finish puts the sentinel in front of what the other one still has to put
import queue
import threading


def main():
    items = queue.Queue()
    got = []

    def producer(item):
        items.put(item)
        items.put(None)

    def consumer():
        for item in iter(items.get, None):
            got.append(item)

    threads = [threading.Thread(target=producer, args=(1,)), threading.Thread(target=producer, args=(2,)),
               threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == [1, 2]
