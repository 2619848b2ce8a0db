# kind: exception
# schedule: join() refuses: the pool is still running
from multiprocessing import Pool


def main():
    pool = Pool(2)
    result = pool.apply_async(pow, (2, 3))
    pool.join()
    assert result.get() == 8
