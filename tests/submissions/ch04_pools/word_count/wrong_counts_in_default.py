# fails: basics: one worker takes two texts: the dictionary of the default argument still holds the words of the first
# kind: race|wrong_result
from collections import Counter
from concurrent.futures import ProcessPoolExecutor


def _count(text, counts={}):
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def count_words(texts, processes=2):
    total = Counter()
    with ProcessPoolExecutor(processes) as executor:
        for counts in executor.map(_count, texts):
            total.update(counts)
    return total
