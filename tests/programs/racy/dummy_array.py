# kind: wrong_result|race
# schedule: two threads move the same coin, each from the balance that it has read
from multiprocessing.dummy import Array, Pool


def main():
    balance = Array("i", [10, 0])

    def move(amount):
        balance[0] -= amount
        balance[1] += amount

    with Pool(2) as pool:
        pool.map(move, [1, 2])
    assert list(balance) == [7, 3], list(balance)
