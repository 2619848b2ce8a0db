# fails: basics: the same text twice is counted once
# kind: wrong_result
from multiprocessing import Pool
from collections import Counter
def _count(text):
    return Counter(text.lower().split())

def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return sum(pool.map(_count, set(texts)), Counter())
