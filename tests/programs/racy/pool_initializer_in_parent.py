# kind: wrong_result
# schedule: the initializer sets the variable in the workers, not in the parent
from multiprocessing import Pool

base = 0


def set_up(number):
    global base
    base = number


def main():
    with Pool(2, initializer=set_up, initargs=(10,)) as pool:
        results = pool.map(abs, [-1, -2])
    assert [base + result for result in results] == [11, 12]
