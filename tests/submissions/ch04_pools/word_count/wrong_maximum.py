# fails: basics: | of two Counters is the larger number, not the sum
# kind: wrong_result
from collections import Counter
from functools import reduce
from multiprocessing import Pool
from operator import or_


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return reduce(or_, pool.map(_count, texts), Counter())
