# right: the child is told to end by an item
import multiprocessing


def consume(queue):
    queue.get()


def main():
    queue = multiprocessing.SimpleQueue()
    child = multiprocessing.Process(target=consume, args=(queue,))
    child.start()
    queue.put("end")
    child.join()
    queue.put("work")
    queue.get()
