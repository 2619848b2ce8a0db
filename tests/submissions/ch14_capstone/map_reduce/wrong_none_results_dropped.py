# fails: basics: a key whose reducer returns None is missing in the result
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
        tasks = [pool.apply_async(reducer, group) for group in groups.items()]
        result = dict(zip(groups, [task.get() for task in tasks]))
        return {key: value for key, value in result.items() if value is not None}
    finally:
        pool.close()
        pool.join()
