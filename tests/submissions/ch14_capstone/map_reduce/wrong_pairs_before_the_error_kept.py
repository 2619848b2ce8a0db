# fails: errors: a mapper that raises after some pairs: those are kept, the exception is dropped
# kind: wrong_result
from multiprocessing import Pool


def pairs_of(mapper, document):
    pairs = []
    iterator = iter(mapper(document))
    try:
        for pair in iterator:
            pairs.append(pair)
    except Exception:
        pass
    return pairs


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
