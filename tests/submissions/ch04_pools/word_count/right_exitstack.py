# right: close and join on an ExitStack, in this order also after an exception
from multiprocessing import Pool
from collections import Counter
from contextlib import ExitStack
from collections import defaultdict
def _count(text):
    return Counter(text.lower().split())

def count_words(texts, processes=2):
    with ExitStack() as stack:
        pool = Pool(processes)
        stack.callback(pool.join)
        stack.callback(pool.close)
        totals = defaultdict(int)
        for part in pool.imap(_count, texts):
            for word, number in part.items():
                totals[word] += number
        return totals
