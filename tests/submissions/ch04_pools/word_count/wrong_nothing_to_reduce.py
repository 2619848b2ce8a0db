# fails: basics: no texts: reduce of nothing without a first value is a TypeError
# kind: exception
from collections import Counter
from functools import reduce
from multiprocessing import Pool
from operator import add


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return reduce(add, pool.map(_count, texts))
