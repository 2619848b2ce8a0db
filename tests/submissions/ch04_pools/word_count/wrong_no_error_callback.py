# fails: errors: a text is not a string: nobody asks for that call's result, and its exception is lost
# kind: wrong_result
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    total = Counter()
    pool = Pool(processes)
    for text in texts:
        pool.apply_async(_count, (text,), callback=total.update)
    pool.close()
    pool.join()
    return total
