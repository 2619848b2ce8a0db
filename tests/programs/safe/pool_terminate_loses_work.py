# right: the results are there before the pool is terminated
from multiprocessing import Pool


def main():
    with Pool(2) as pool:
        result = pool.map_async(abs, [-1, -2])
        assert result.get() == [1, 2]
