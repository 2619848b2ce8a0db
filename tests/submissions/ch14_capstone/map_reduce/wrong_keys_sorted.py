# fails: basics: keys that cannot be compared (1 and "a", or None) are a TypeError
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
        tasks = [pool.apply_async(reducer, group) for group in sorted(groups.items(), key=lambda group: group[0])]
        return dict(zip(sorted(groups), [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
