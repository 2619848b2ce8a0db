# right: the results are asked for in the order of the calls
from multiprocessing.pool import ThreadPool


def main():
    pool = ThreadPool(2)
    pending = [pool.apply_async(abs, (number,)) for number in (1, 2)]
    pool.close()
    pool.join()
    results = [result.get() for result in pending]
    assert results == [1, 2], results
