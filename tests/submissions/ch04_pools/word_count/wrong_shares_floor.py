# fails: basics: three texts in two shares of one: the third is never counted
# kind: wrong_result
from multiprocessing import Pool
from collections import Counter
def _count(text):
    return Counter(text.lower().split())

def _chunk(texts): return sum(map(_count, texts), Counter())
def count_words(texts, processes=2):
    texts = list(texts); n = max(1, len(texts) // processes)
    with Pool(processes) as pool:
        return sum(pool.map(_chunk, [texts[i*n:(i+1)*n] for i in range(processes)]), Counter())
