# right: pool.apply, one text after the other
from multiprocessing import Pool
from collections import Counter
def _count(text):
    return Counter(text.lower().split())

def count_words(texts, processes=2):
    total = Counter()
    with Pool(processes) as pool:
        for t in texts:
            total.update(pool.apply(_count, (t,)))
    return total
