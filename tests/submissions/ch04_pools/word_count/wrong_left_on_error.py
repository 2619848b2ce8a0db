# fails: errors: a text is not a string: map raises, and close and join are not reached
# kind: leak
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    pool = Pool(processes)
    parts = pool.map(_count, texts)
    pool.close()
    pool.join()
    return sum(parts, Counter())
