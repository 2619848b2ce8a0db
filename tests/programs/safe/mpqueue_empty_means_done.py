# right: the parent takes as many items as were put
import multiprocessing


def main():
    queue = multiprocessing.Queue()
    queue.put(1)
    queue.put(2)
    total = 0
    for _ in range(2):
        total += queue.get()
    assert total == 3
