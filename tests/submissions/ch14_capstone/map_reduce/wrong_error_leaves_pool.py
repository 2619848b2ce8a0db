# fails: errors: when a worker's exception is raised here, close() and join() are passed over: the pool is left
# kind: leak
from multiprocessing import Pool


def pairs_of(mapper, document):
    return list(mapper(document))


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    groups = {}
    for task in [pool.apply_async(pairs_of, (mapper, document)) for document in documents]:
        for key, value in task.get():
            groups.setdefault(key, []).append(value)
    tasks = [pool.apply_async(reducer, group) for group in groups.items()]
    result = dict(zip(groups, [task.get() for task in tasks]))
    pool.close()
    pool.join()
    return result
