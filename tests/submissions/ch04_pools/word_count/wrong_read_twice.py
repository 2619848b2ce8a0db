# fails: basics: texts is an iterator: counting how many there are uses it up
# kind: wrong_result
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    size = sum(1 for _ in texts)
    with Pool(processes) as pool:
        return sum(pool.map(_count, texts, chunksize=1 + size // processes), Counter())
