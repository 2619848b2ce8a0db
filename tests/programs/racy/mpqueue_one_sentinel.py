# kind: deadlock
# schedule: in every one: one of the two consumers gets the sentinel, the other waits for ever
import multiprocessing


def consume(queue):
    while queue.get() is not None:
        pass


def main():
    queue = multiprocessing.Queue()
    children = [multiprocessing.Process(target=consume, args=(queue,)) for _ in range(2)]
    for child in children:
        child.start()
    queue.put("work")
    queue.put(None)
    for child in children:
        child.join()
