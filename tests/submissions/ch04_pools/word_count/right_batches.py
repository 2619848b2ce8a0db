# right: the texts are dealt into as many batches as there are workers; batches may be empty
from collections import Counter
from contextlib import ExitStack
from itertools import chain
from multiprocessing import Pool


def _count_batch(batch):
    return Counter(chain.from_iterable(text.lower().split() for text in batch))


def count_words(texts, processes=2):
    texts = list(texts)
    batches = [texts[number::processes] for number in range(processes)]
    with ExitStack() as stack:
        pool = Pool(processes)
        stack.callback(pool.join)
        stack.callback(pool.terminate)
        parts = pool.map(_count_batch, batches, chunksize=1)
    return dict(sum(parts, Counter()))
