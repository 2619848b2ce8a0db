# right: get() raises the exception, and main does something about it
from multiprocessing.pool import ThreadPool


def main():
    stock = {"apples": 1}
    pool = ThreadPool(1)

    def sell(what):
        stock[what] -= 1

    try:
        pool.apply_async(sell, ("pears",)).get()
    except KeyError:
        pool.apply_async(sell, ("apples",)).get()
    pool.close()
    pool.join()
    assert stock == {"apples": 0}, stock
