# fails: basics: texts is a generator, which has no length
# kind: exception
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return sum(pool.map(_count, texts, chunksize=len(texts) // processes + 1), Counter())
