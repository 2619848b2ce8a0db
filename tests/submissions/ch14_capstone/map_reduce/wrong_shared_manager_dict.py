# fails: order: the workers append to one managed dict of lists as they go: the values of a key come in the order of working,
# and two
# workers that take the same list out lose one another's values
# kind: race|wrong_result
from multiprocessing import Manager, Pool


def map_into(mapper, document, groups):
    for key, value in mapper(document):
        groups[key] = groups.get(key, []) + [value]


def map_reduce(mapper, reducer, documents, processes=2):
    with Manager() as manager:
        shared = manager.dict()
        pool = Pool(processes)
        try:
            for task in [pool.apply_async(map_into, (mapper, document, shared)) for document in documents]:
                task.get()
            groups = dict(shared)
            tasks = [pool.apply_async(reducer, group) for group in groups.items()]
            return dict(zip(groups, [task.get() for task in tasks]))
        finally:
            pool.close()
            pool.join()
