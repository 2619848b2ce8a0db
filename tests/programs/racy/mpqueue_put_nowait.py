# kind: exception
# schedule: the parent puts again before the child has taken the first item: queue.Full
import multiprocessing


def consume(queue):
    queue.get()
    queue.get()


def main():
    queue = multiprocessing.Queue(1)
    child = multiprocessing.Process(target=consume, args=(queue,))
    child.start()
    queue.put_nowait(1)
    queue.put_nowait(2)
    child.join()
