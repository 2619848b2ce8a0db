# fails: loads: the function is called word_count
# kind: interface
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def word_count(texts, processes=2):
    with Pool(processes) as pool:
        return sum(pool.map(_count, texts), Counter())
