# fails: basics: a queue by hand, never closed: its feeder thread is left
# kind: leak
from multiprocessing import Pool
from collections import Counter
import multiprocessing as mp
def _count(text):
    return Counter(text.lower().split())

def _run(inbox, outbox):
    for text in iter(inbox.get, None):
        try:
            outbox.put((True, _count(text[0])))
        except Exception as e:
            outbox.put((False, e))

def count_words(texts, processes=2):
    inbox, outbox = mp.Queue(), mp.Queue()
    team = [mp.Process(target=_run, args=(inbox, outbox)) for _ in range(processes)]
    for p in team: p.start()
    n = 0
    for t in texts:
        inbox.put((t,)); n += 1
    for _ in team: inbox.put(None)
    answers = [outbox.get() for _ in range(n)]
    for p in team: p.join()
    total = Counter()
    for good, x in answers:
        if not good: raise x
        total.update(x)
    return total
