# right: the worker only does what waits for nobody
from multiprocessing.pool import ThreadPool


def main():
    pool = ThreadPool(1)

    def total(numbers):
        return sum(abs(number) for number in numbers)

    assert pool.apply(total, ([-1, -2],)) == 3
