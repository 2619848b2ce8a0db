# right: a single call counts all the texts in one worker
from multiprocessing import Pool
from collections import Counter
def _count(texts):
    c = Counter()
    for t in texts: c.update(t.lower().split())
    return c

def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return pool.apply(_count, (list(texts),))
