# kind: deadlock
# schedule: the only worker waits for a call that only it could run
from multiprocessing.pool import ThreadPool


def main():
    pool = ThreadPool(1)

    def total(numbers):
        return sum(pool.map(abs, numbers))

    assert pool.apply(total, ([-1, -2],)) == 3
