# right: imap_unordered: the order of the parts does not matter for a sum
from collections import Counter
from functools import reduce
from multiprocessing import Pool
from operator import add


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return reduce(add, pool.imap_unordered(_count, texts), Counter())
