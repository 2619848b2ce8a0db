# right: only the parent uses the pool
from multiprocessing import Pool


def total(pool, numbers):
    return sum(pool.map(abs, numbers))


def main():
    with Pool(2) as pool:
        assert total(pool, [-1, -2]) == 3
