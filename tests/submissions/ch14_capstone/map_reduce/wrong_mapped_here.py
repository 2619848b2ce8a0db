# fails: in_workers: the mapper runs in the caller's process
# kind: wrong_result
from multiprocessing import Pool


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        groups = {}
        for document in documents:
            for key, value in list(mapper(document)):
                groups.setdefault(key, []).append(value)
        tasks = [pool.apply_async(reducer, group) for group in groups.items()]
        return dict(zip(groups, [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
