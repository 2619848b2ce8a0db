# kind: exception
# schedule: the workers are slow, and get() gives up
from multiprocessing.pool import ThreadPool


def main():
    with ThreadPool(2) as pool:
        assert pool.map_async(abs, [-1, -2]).get(timeout=5) == [1, 2]
