# fails: basics: fewer texts than workers: with chunksize 0 the pool does nothing and says None for each
# kind: wrong_result|exception|hang|deadlock
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    texts = list(texts)
    total = Counter()
    with Pool(processes) as pool:
        for counts in pool.map(_count, texts, chunksize=len(texts) // processes):
            total.update(counts)
    return total
