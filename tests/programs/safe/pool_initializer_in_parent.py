# right: the parent sets its own variable too
from multiprocessing import Pool

base = 0


def set_up(number):
    global base
    base = number


def main():
    set_up(10)
    with Pool(2, initializer=set_up, initargs=(10,)) as pool:
        results = pool.map(abs, [-1, -2])
    assert [base + result for result in results] == [11, 12]
