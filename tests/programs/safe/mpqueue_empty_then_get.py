# right: get_nowait looks and takes in one step
import multiprocessing
from queue import Empty


def put(queue):
    queue.put("work")


def take(queue):
    try:
        queue.get_nowait()
    except Empty:
        pass


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
