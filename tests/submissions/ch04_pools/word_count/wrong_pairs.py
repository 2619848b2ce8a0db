# fails: basics: a list of pairs is returned, not a dict
# kind: wrong_result
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return sum(pool.map(_count, texts), Counter()).most_common()
