# right: a lock around both accounts
from multiprocessing.dummy import Array, Lock, Pool


def main():
    balance, lock = Array("i", [10, 0]), Lock()

    def move(amount):
        with lock:
            balance[0] -= amount
            balance[1] += amount

    with Pool(2) as pool:
        pool.map(move, [1, 2])
    assert list(balance) == [7, 3], list(balance)
