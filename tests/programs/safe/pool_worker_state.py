# right: the parent hands out the numbers
from multiprocessing import Pool


def main():
    with Pool(1, maxtasksperchild=2) as pool:
        tickets = pool.map(abs, range(1, 4), chunksize=1)
    assert tickets == [1, 2, 3], tickets
