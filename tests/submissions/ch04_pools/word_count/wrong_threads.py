# fails: in_workers: the pool is one of threads: everything is counted in the caller's process
# kind: wrong_result|forbidden|interface
from collections import Counter
from multiprocessing.pool import ThreadPool as Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return sum(pool.map(_count, texts), Counter())
