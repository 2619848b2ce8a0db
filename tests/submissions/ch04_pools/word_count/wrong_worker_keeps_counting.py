# fails: basics: one worker takes two texts: what it counted for the first is in the second answer again
# kind: race|wrong_result
from collections import Counter
from multiprocessing import Pool

_counts = Counter()


def _count(text):
    _counts.update(text.lower().split())
    return _counts


def count_words(texts, processes=2):
    total = Counter()
    with Pool(processes) as pool:
        for counts in pool.imap_unordered(_count, texts):
            total.update(counts)
    return total
