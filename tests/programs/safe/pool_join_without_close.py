# right: the pool is closed first, and join waits for all results
from multiprocessing import Pool


def main():
    pool = Pool(2)
    result = pool.apply_async(pow, (2, 3))
    pool.close()
    pool.join()
    assert result.get() == 8
