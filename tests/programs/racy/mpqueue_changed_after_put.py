# kind: wrong_result
# schedule: the child changes the list before its feeder has pickled it
import multiprocessing


def produce(queue):
    numbers = [1]
    queue.put(numbers)
    numbers.append(2)


def main():
    queue = multiprocessing.Queue()
    child = multiprocessing.Process(target=produce, args=(queue,))
    child.start()
    got = queue.get()
    child.join()
    assert got == [1]
