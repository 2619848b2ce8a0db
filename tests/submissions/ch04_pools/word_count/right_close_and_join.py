# right: apply_async for each text; close and join stand in a finally
import multiprocessing
from collections import defaultdict


def _count(text):
    counts = {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def count_words(texts, processes=2):
    totals = defaultdict(int)
    pool = multiprocessing.Pool(processes=processes)
    try:
        pending = [pool.apply_async(_count, (text,)) for text in texts]
        for answer in pending:
            for word, number in answer.get().items():
                totals[word] += number
    finally:
        pool.close()
        pool.join()
    return totals
