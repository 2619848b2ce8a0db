# fails: basics: no document gives a pair: a second pool of 0 workers, one for each key at most, is a ValueError
# kind: exception
from multiprocessing import Pool


def pairs_of(mapper, document):
    return list(mapper(document))


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        groups = {}
        for task in [pool.apply_async(pairs_of, (mapper, document)) for document in documents]:
            for key, value in task.get():
                groups.setdefault(key, []).append(value)
        with Pool(min(processes, len(groups))) as reducing:
            tasks = [reducing.apply_async(reducer, group) for group in groups.items()]
            return dict(zip(groups, [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
