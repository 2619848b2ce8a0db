# fails: basics: the mapper reaches the workers as a global that only fork carries over; a spawned worker calls None
# kind: exception|wrong_result
from multiprocessing import Pool


_mapper = None


def pairs_of(document):
    return list(_mapper(document))


def map_reduce(mapper, reducer, documents, processes=2):
    global _mapper
    _mapper = mapper
    pool = Pool(processes)
    try:
        groups = {}
        for task in [pool.apply_async(pairs_of, (document,)) for document in documents]:
            for key, value in task.get():
                groups.setdefault(key, []).append(value)
        tasks = [pool.apply_async(reducer, group) for group in groups.items()]
        return dict(zip(groups, [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
