# fails: basics: an odd number of texts: zip makes pairs only, and the last text is lost
# kind: wrong_result
from collections import Counter
from multiprocessing import Pool


def _count(batch):
    return Counter(word for text in batch for word in text.lower().split())


def count_words(texts, processes=2):
    texts = iter(texts)
    with Pool(processes) as pool:
        return sum(pool.map(_count, zip(texts, texts)), Counter())
