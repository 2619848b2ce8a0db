# kind: wrong_result
# schedule: the second worker is faster, and its result comes first
from multiprocessing import Pool


def main():
    with Pool(2) as pool:
        results = list(pool.imap_unordered(abs, [-1, -2]))
    assert results == [1, 2], results
