# fails: errors: None is counted as the word "none"
# kind: wrong_result
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(str(text).lower().split())


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return sum(pool.map(_count, texts), Counter())
