# right: put() waits for a free place
import multiprocessing


def consume(queue):
    queue.get()
    queue.get()


def main():
    queue = multiprocessing.Queue(1)
    child = multiprocessing.Process(target=consume, args=(queue,))
    child.start()
    queue.put(1)
    queue.put(2)
    child.join()
