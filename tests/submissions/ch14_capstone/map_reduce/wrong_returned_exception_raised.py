# fails: basics: a reducer that returns an exception object has it raised
# kind: exception|wrong_result
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
        tasks = [pool.apply_async(reducer, group) for group in groups.items()]
        result = dict(zip(groups, [task.get() for task in tasks]))
        for value in result.values():
            if isinstance(value, Exception):
                raise value
        return result
    finally:
        pool.close()
        pool.join()
