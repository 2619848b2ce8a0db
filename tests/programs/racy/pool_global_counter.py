# kind: wrong_result
# schedule: each worker process counts in its own copy of the global variable
from multiprocessing import Pool

total = 0


def add(number):
    global total
    total += number


def main():
    with Pool(2) as pool:
        pool.map(add, [1, 2])
    assert total == 3, total
