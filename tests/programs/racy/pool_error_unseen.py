# kind: wrong_result
# schedule: nobody asks for the result, so nobody sees the exception
from multiprocessing.pool import ThreadPool


def main():
    stock = {"apples": 1}
    pool = ThreadPool(1)

    def sell(what):
        stock[what] -= 1

    pool.apply_async(sell, ("pears",))
    pool.close()
    pool.join()
    assert stock == {"apples": 0}, stock
