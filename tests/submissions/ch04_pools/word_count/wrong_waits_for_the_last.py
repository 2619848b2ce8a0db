# fails: basics: the last text's call has finished, an earlier one has not: the pool is terminated and its words are missing
# kind: race|wrong_result
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    total, failures, last = Counter(), [], None
    with Pool(processes) as pool:
        for text in texts:
            last = pool.apply_async(_count, (text,), callback=total.update, error_callback=failures.append)
        if last is not None:
            last.wait()
    if failures:
        raise failures[0]
    return total
