# fails: basics: two workers read the same number of a word from the shared dictionary, and both write one more
# kind: race|wrong_result
from functools import partial
from multiprocessing import Manager, Pool


def _count(shared, text):
    for word in text.lower().split():
        shared[word] = shared.get(word, 0) + 1


def count_words(texts, processes=2):
    with Manager() as manager:
        shared = manager.dict()
        with Pool(processes) as pool:
            pool.map(partial(_count, shared), texts)
        return dict(shared)
