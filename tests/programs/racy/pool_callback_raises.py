# kind: exception
# schedule: the callback raises in the pool's own thread, and no result comes any more
from multiprocessing.pool import ThreadPool


def main():
    shares = []

    def note(number):
        shares.append(10 // number)

    pool = ThreadPool(1)
    result = pool.apply_async(abs, (0,), callback=note)
    assert result.get() == 0
