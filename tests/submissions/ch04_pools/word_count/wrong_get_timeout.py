# fails: basics: a worker needs longer than the two minutes that get() waits: TimeoutError
# kind: exception
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        parts = pool.map_async(_count, texts).get(timeout=120)
    return sum(parts, Counter())
