# right: imap gives the results in the order of the items
from multiprocessing import Pool


def main():
    with Pool(2) as pool:
        results = list(pool.imap(abs, [-1, -2]))
    assert results == [1, 2], results
