# fails: basics: the mapper is a generator: it cannot be pickled on its way back
# kind: exception
from multiprocessing import Pool


def pairs_of(mapper, document):
    return mapper(document)


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        groups = {}
        for task in [pool.apply_async(pairs_of, (mapper, document)) for document in documents]:
            for key, value in task.get():
                groups.setdefault(key, []).append(value)
        tasks = [pool.apply_async(reducer, group) for group in groups.items()]
        return dict(zip(groups, [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
