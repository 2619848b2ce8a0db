# right: the order between producers is free
import multiprocessing


def produce(queue, number):
    queue.put(number)


def main():
    queue = multiprocessing.Queue()
    children = [multiprocessing.Process(target=produce, args=(queue, number)) for number in (1, 2)]
    for child in children:
        child.start()
    got = [queue.get() for _ in children]
    for child in children:
        child.join()
    assert sorted(got) == [1, 2]
