# kind: deadlock
# schedule: the child is killed while it holds the queue's lock for reading, so nobody can get any more
import multiprocessing


def consume(queue):
    queue.get()


def main():
    queue = multiprocessing.SimpleQueue()
    child = multiprocessing.Process(target=consume, args=(queue,))
    child.start()
    child.kill()
    child.join()
    queue.put("work")
    queue.get()
