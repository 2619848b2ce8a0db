# fails: basics: the pool is kept for later calls and never shut down
# kind: leak
from collections import Counter
from functools import lru_cache
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


@lru_cache(maxsize=None)
def _pool(processes):
    return Pool(processes)


def count_words(texts, processes=2):
    return sum(_pool(processes).map(_count, texts), Counter())
