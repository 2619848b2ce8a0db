# kind: deadlock
# schedule: both see that the queue is not empty; one takes the item and the other waits for ever
import multiprocessing
from queue import Empty


def put(queue):
    queue.put("work")


def take(queue):
    if not queue.empty():
        queue.get()


def main():
    queue = multiprocessing.Queue()
    producer = multiprocessing.Process(target=put, args=(queue,))
    producer.start()
    producer.join()
    children = [multiprocessing.Process(target=take, args=(queue,)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
