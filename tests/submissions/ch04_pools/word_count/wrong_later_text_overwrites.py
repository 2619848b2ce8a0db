# fails: basics: a word in two texts has the number of the later one only
# kind: wrong_result
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    total = {}
    with Pool(processes) as pool:
        for counts in pool.imap(_count, texts):
            total.update(counts)
    return total
