# fails: order: imap_unordered: document 1 is done before document 0, its values come first
# kind: wrong_result|race
from functools import partial
from multiprocessing import Pool


def pairs_of(mapper, document):
    try:
        return list(mapper(document)), None
    except Exception as error:
        return None, error


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        groups = {}
        for pairs, error in pool.imap_unordered(partial(pairs_of, mapper), documents):
            if error is not None:
                raise error
            for key, value in pairs:
                groups.setdefault(key, []).append(value)
        tasks = [pool.apply_async(reducer, group) for group in groups.items()]
        return dict(zip(groups, [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
