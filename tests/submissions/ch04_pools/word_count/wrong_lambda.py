# fails: basics: a lambda cannot be pickled for the workers
# kind: exception
from collections import Counter
from multiprocessing import Pool


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return sum(pool.map(lambda text: Counter(text.lower().split()), texts), Counter())
