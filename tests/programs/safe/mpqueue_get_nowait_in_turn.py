# right: get() waits for its turn
import multiprocessing
from queue import Empty


def put(queue):
    queue.put(1)
    queue.put(2)


def take(queue, found):
    try:
        found.put(queue.get())
    except Empty:
        found.put(None)


def main():
    queue, found = multiprocessing.Queue(), multiprocessing.SimpleQueue()
    producer = multiprocessing.Process(target=put, args=(queue,))
    producer.start()
    producer.join()
    children = [multiprocessing.Process(target=take, args=(queue, found)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert {found.get(), found.get()} == {1, 2}
