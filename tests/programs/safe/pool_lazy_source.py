# right: map takes all items before it returns
from multiprocessing.pool import ThreadPool


def main():
    factor = [1]

    def items():
        for number in (1, 2):
            yield number * factor[0]

    with ThreadPool(1) as pool:
        results = pool.map_async(abs, items())
        factor[0] = 10
        assert results.get() == [1, 2]
