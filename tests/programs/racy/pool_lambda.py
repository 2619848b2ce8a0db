# kind: exception
# schedule: a lambda cannot be pickled, so it never gets to a worker
from multiprocessing import Pool


def main():
    with Pool(2) as pool:
        assert pool.map(lambda number: number ** 2, [2, 3]) == [4, 9]
