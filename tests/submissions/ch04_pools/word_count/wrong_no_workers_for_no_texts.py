# fails: basics: no texts: a pool of min(2, 0) workers is a ValueError
# kind: exception
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    texts = list(texts)
    with Pool(min(processes, len(texts))) as pool:
        return sum(pool.map(_count, texts), Counter())
