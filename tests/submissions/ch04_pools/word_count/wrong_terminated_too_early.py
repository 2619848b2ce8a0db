# fails: basics: the with block ends, and terminates the pool, before the workers have counted everything
# kind: race|wrong_result
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    total, failures = Counter(), []
    with Pool(processes) as pool:
        for text in texts:
            pool.apply_async(_count, (text,), callback=total.update, error_callback=failures.append)
        pool.close()
    if failures:
        raise failures[0]
    return total
