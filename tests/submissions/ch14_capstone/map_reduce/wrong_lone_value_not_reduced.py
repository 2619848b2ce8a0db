# fails: basics: a key with a single value gets that value, the reducer is not called
# kind: wrong_result
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
        result = {key: values[0] for key, values in groups.items() if len(values) == 1}
        many = [group for group in groups.items() if len(group[1]) > 1]
        tasks = [(key, pool.apply_async(reducer, (key, values))) for key, values in many]
        result.update([(key, task.get()) for key, task in tasks])
        return result
    finally:
        pool.close()
        pool.join()
