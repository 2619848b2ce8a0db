# fails: errors: the worker's AttributeError is replaced by a ValueError of the caller's
# kind: exception|wrong_result
from multiprocessing import Pool
from collections import Counter
def _count(text):
    return Counter(text.lower().split())

def count_words(texts, processes=2):
    try:
        with Pool(processes) as pool:
            return sum(pool.map(_count, texts), Counter())
    except AttributeError as e:
        raise ValueError("a text is not a string") from e
