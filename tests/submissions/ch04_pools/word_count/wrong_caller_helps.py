# fails: in_workers: the first text is counted by the caller while the workers do the others
# kind: wrong_result|forbidden|interface
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    texts = list(texts)
    with Pool(processes) as pool:
        others = pool.map_async(_count, texts[1:])
        total = sum(map(_count, texts[:1]), Counter())
        for counts in others.get():
            total.update(counts)
    return total
