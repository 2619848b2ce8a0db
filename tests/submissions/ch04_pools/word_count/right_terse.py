# right: as short as it gets
from collections import Counter
from multiprocessing import Pool


def _words(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return sum(pool.imap(_words, texts), Counter())
