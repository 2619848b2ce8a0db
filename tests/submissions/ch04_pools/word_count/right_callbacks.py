# right: the pool's callbacks (all run by its one result thread) merge the parts; looked at after join only
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    total, failures = Counter(), []
    pool = Pool(processes)
    for text in texts:
        pool.apply_async(_count, [text], callback=total.update, error_callback=failures.append)
    pool.close()
    pool.join()
    if failures:
        raise failures[0]
    return total
