# kind: wrong_result|race
# schedule: the second call is done first, so its callback is called first
from multiprocessing.pool import ThreadPool


def main():
    results = []
    pool = ThreadPool(2)
    for number in (1, 2):
        pool.apply_async(abs, (number,), callback=results.append)
    pool.close()
    pool.join()
    assert results == [1, 2], results
