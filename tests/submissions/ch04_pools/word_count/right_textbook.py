# right: Pool.map in a with block, Counters merged by update
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    total = Counter()
    with Pool(processes) as pool:
        for counts in pool.map(_count, texts):
            total.update(counts)
    return total
