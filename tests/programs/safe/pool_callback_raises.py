# right: a callback that can meet any result
from multiprocessing.pool import ThreadPool


def main():
    shares = []

    def note(number):
        shares.append(10 // number if number else 0)

    pool = ThreadPool(1)
    result = pool.apply_async(abs, (0,), callback=note)
    assert result.get() == 0
    assert shares == [0]
