# fails: basics: the lambda given to the pool cannot be pickled
# kind: exception
from multiprocessing import Pool


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        groups = {}
        for task in [pool.apply_async(lambda: list(mapper(document))) for document in documents]:
            for key, value in task.get():
                groups.setdefault(key, []).append(value)
        tasks = [pool.apply_async(reducer, group) for group in groups.items()]
        return dict(zip(groups, [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
