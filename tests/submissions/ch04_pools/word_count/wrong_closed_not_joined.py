# fails: basics: the pool is closed, but its workers may still be ending when the counts are returned
# kind: leak
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    pool = Pool(processes)
    try:
        total = Counter()
        for counts in pool.map(_count, texts):
            total.update(counts)
        return total
    finally:
        pool.close()
