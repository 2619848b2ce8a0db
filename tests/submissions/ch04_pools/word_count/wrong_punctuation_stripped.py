# fails: basics: "end." is a word of its own for split(), here it is counted as "end"
# kind: wrong_result
import string
from collections import Counter
from multiprocessing import Pool


def _count(text):
    return Counter(word.strip(string.punctuation) for word in text.lower().split())


def count_words(texts, processes=2):
    with Pool(processes) as pool:
        return sum(pool.map(_count, texts), Counter())
