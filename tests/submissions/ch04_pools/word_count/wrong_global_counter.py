# fails: basics: the workers add to their own copies of the module's Counter; the caller's stays empty
# kind: wrong_result
from collections import Counter
from multiprocessing import Pool

_total = Counter()


def _count(text):
    _total.update(text.lower().split())


def count_words(texts, processes=2):
    _total.clear()
    with Pool(processes) as pool:
        pool.map(_count, texts)
    return dict(_total)
