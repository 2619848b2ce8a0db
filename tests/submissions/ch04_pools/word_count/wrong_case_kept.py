# fails: basics: "The" and "the" are two words: lower() is missing
# kind: wrong_result
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.split())


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return sum(pool.map(_count, texts), Counter())
