# fails: errors: a text that is not a string is left out silently
# kind: wrong_result
from collections import Counter
from multiprocessing import Pool


def _count(text):
    try:
        return Counter(text.lower().split())
    except AttributeError:
        return Counter()


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return sum(pool.map(_count, texts), Counter())
