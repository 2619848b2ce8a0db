# fails: errors: after a failure the executor is shut down without waiting: the workers may still run
# kind: leak
from collections import Counter
from concurrent.futures import ProcessPoolExecutor


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    executor = ProcessPoolExecutor(processes)
    try:
        total = sum(executor.map(_count, texts), Counter())
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    executor.shutdown()
    return total
