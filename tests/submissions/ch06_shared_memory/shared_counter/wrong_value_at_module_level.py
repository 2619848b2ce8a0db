# fails: basics: one Value for all calls is never set back to 0: the second count begins where the first ended
# kind: wrong_result
from multiprocessing import Process, Value

_cache = {}


def add(value, times):
    for _ in range(times):
        with value.get_lock():
            value.value += 1


def count(processes, increments):
    value = _cache.setdefault("value", None) or Value("i", 0)
    _cache["value"] = value
    workers = [Process(target=add, args=(value, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
