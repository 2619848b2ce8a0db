# fails: basics: the workers get an index into a module variable, which is empty in a spawned process
# kind: exception|wrong_result
from collections import Counter
from multiprocessing import Pool

_texts = []


def _count(index):
    return Counter(_texts[index].lower().split())


def count_words(texts, processes=2):
    _texts[:] = texts
    with Pool(processes) as pool:
        return sum(pool.map(_count, range(len(_texts))), Counter())
