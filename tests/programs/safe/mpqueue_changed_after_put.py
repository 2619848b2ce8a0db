# right: what is put is a list of its own
import multiprocessing


def produce(queue):
    numbers = [1]
    queue.put(list(numbers))
    numbers.append(2)


def main():
    queue = multiprocessing.Queue()
    child = multiprocessing.Process(target=produce, args=(queue,))
    child.start()
    got = queue.get()
    child.join()
    assert got == [1]
