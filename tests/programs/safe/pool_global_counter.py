# right: the workers return their numbers, and the parent adds them up
from multiprocessing import Pool


def main():
    with Pool(2) as pool:
        total = sum(pool.map(abs, [1, 2]))
    assert total == 3, total
