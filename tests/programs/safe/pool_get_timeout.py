# right: get() waits as long as it takes
from multiprocessing.pool import ThreadPool


def main():
    with ThreadPool(2) as pool:
        assert pool.map_async(abs, [-1, -2]).get() == [1, 2]
