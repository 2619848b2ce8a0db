# fails: errors: an exception leaves the block of closing(): the pool is closed and never joined
# kind: leak
from multiprocessing import Pool
from collections import Counter
import multiprocessing as mp
from contextlib import closing
def _count(text):
    return Counter(text.lower().split())

def count_words(texts, processes=2):
    with closing(mp.get_context("spawn").Pool(processes)) as pool:
        parts = list(pool.imap(_count, texts, 2))
    pool.join()
    return sum(parts, Counter())
