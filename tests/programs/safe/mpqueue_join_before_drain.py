# right: the parent takes the item before it joins
import multiprocessing


def answer(queue):
    queue.put(bytes(200_000))


def main():
    queue = multiprocessing.Queue()
    child = multiprocessing.Process(target=answer, args=(queue,))
    child.start()
    data = queue.get()
    child.join()
    assert len(data) == 200_000
