# kind: deadlock
# schedule: in every one: the child cannot end before its feeder has written what does not fit into the pipe
import multiprocessing


def answer(queue):
    queue.put(bytes(200_000))


def main():
    queue = multiprocessing.Queue()
    child = multiprocessing.Process(target=answer, args=(queue,))
    child.start()
    child.join()
    data = queue.get()
    assert len(data) == 200_000
