# kind: exception
# schedule: a pool cannot be pickled
from multiprocessing import Pool


def total(pool, numbers):
    return sum(pool.map(abs, numbers))


def main():
    with Pool(2) as pool:
        assert pool.apply(total, (pool, [-1, -2])) == 3
