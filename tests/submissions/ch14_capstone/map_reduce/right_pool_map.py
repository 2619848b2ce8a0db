# right: one pool for both phases, map in both; no exception leaves a call (map would take a StopIteration for its end)
from functools import partial
from multiprocessing import Pool


def settled(function, argument):
    try:
        return function(argument), None
    except Exception as error:
        return None, error


def unsettle(outcomes):
    values = []
    for value, error in outcomes:
        if error is not None:
            raise error
        values.append(value)
    return values


def pairs_of(mapper, document):
    return list(mapper(document))


def reduce_group(reducer, group):
    return reducer(*group)


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        groups = {}
        for pairs in unsettle(pool.map(partial(settled, partial(pairs_of, mapper)), documents)):
            for key, value in pairs:
                groups.setdefault(key, []).append(value)
        reduced = unsettle(pool.map(partial(settled, partial(reduce_group, reducer)), groups.items()))
        return dict(zip(groups, reduced))
    finally:
        pool.close()
        pool.join()
