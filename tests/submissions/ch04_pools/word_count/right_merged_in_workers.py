# right: parts are merged pairwise, by the workers as well, until one is left
from collections import Counter
from concurrent.futures import ProcessPoolExecutor


def _count(text):
    return Counter(text.lower().split())


def _merge(left, right):
    return left + right


def count_words(texts, processes=2):
    with ProcessPoolExecutor(processes) as executor:
        parts = list(executor.map(_count, texts, chunksize=2))
        while len(parts) > 1:
            lefts, rights = parts[::2], parts[1::2]
            rights += [Counter()] * (len(lefts) - len(rights))
            parts = list(executor.map(_merge, lefts, rights))
    return parts[0] if parts else {}
