# fails: errors: the worker's AttributeError becomes a RuntimeError
# kind: exception|wrong_result
from collections import Counter
from concurrent.futures import ProcessPoolExecutor


def _count(text):
    return Counter(text.lower().split())


def count_words(texts, processes=2):
    with ProcessPoolExecutor(processes) as executor:
        futures = [executor.submit(_count, text) for text in texts]
        try:
            return sum((future.result() for future in futures), Counter())
        except Exception as error:
            raise RuntimeError("counting failed") from error
