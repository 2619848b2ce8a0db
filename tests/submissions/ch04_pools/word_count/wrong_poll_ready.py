# fails: basics: the caller looks every hundredth of a second whether the result is ready
# kind: livelock
import time
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        answer = pool.map_async(_count, texts)
        while not answer.ready():
            time.sleep(0.01)
        return sum(answer.get(), Counter())
