# right: a function of a module is pickled by its name
from multiprocessing import Pool


def main():
    with Pool(2) as pool:
        assert pool.starmap(pow, [(2, 2), (3, 2)]) == [4, 9]
