# fails: in_workers: the pool only hands the texts back; lower, split and counting happen in the caller
# kind: wrong_result|forbidden|interface
from collections import Counter
from multiprocessing import Pool


def _check(text):
    text.lower
    return text


def count_words(texts, processes=2):
    total = Counter()
    with Pool(processes) as pool:
        for text in pool.imap(_check, texts):
            total.update(text.lower().split())
    return total
