# fails: basics: the total is a default argument: a second call returns the words of the first as well
# kind: wrong_result
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2, total=Counter()):
    with Pool(processes) as pool:
        for counts in pool.imap(_count, texts):
            total.update(counts)
    return dict(total)
