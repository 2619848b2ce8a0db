# right: a picklable object with __call__ does the counting; starmap_async, then get without a timeout
from dataclasses import dataclass
from multiprocessing import Pool


@dataclass(frozen=True)
class Counting:
    separator: str | None = None

    def __call__(self, number, text):
        counts = {}
        for word in text.lower().split(self.separator):
            counts.setdefault(word, []).append(number)
        return {word: len(numbers) for word, numbers in counts.items()}


def count_words(texts, processes=2):
    pool = Pool(processes)
    try:
        parts = pool.starmap_async(Counting(), enumerate(texts)).get()
    except BaseException:
        pool.terminate()
        pool.join()
        raise
    pool.close()
    pool.join()
    totals = {}
    for part in parts:
        for word in part:
            totals[word] = totals.get(word, 0) + part[word]
    return totals
