# kind: wrong_result
# schedule: the parent counts before the second child has put its item
import multiprocessing


def produce(queue, number):
    queue.put(number)


def main():
    queue = multiprocessing.Queue()
    children = [multiprocessing.Process(target=produce, args=(queue, number)) for number in (1, 2)]
    for child in children:
        child.start()
    total = sum(queue.get() for _ in range(queue.qsize()))
    for child in children:
        child.join()
    assert total == 3
