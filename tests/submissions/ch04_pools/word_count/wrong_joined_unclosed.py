# fails: errors: a text is not a string: close is skipped, and join of a running pool is a ValueError
# kind: exception|leak|wrong_result
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    pool = Pool(processes)
    try:
        parts = pool.map(_count, texts)
        pool.close()
    finally:
        pool.join()
    return sum(parts, Counter())
