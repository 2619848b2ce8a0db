# right: a pool for each phase, in a context manager that closes and joins it in every case
from contextlib import contextmanager
from itertools import chain, repeat
from multiprocessing import Pool


@contextmanager
def closing_pool(processes):
    pool = Pool(processes)
    try:
        yield pool
    finally:
        pool.close()
        pool.join()


class Raised:
    def __init__(self, error):
        self.error = error


def _guarded(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return Raised(error)


def _map_one(mapper, document):
    return [*mapper(document)]


def run(processes, calls):
    with closing_pool(processes) as pool:
        answers = pool.starmap(_guarded, calls, chunksize=1)
    for answer in answers:
        if isinstance(answer, Raised):
            raise answer.error
    return answers


def map_reduce(mapper, reducer, documents, processes=2):
    mapped = run(processes, zip(repeat(_map_one), repeat(mapper), documents))
    shuffled = {}
    for key, value in chain.from_iterable(mapped):
        shuffled.setdefault(key, []).append(value)
    keys = tuple(shuffled)
    return dict(zip(keys, run(processes, [(reducer, key, shuffled[key]) for key in keys])))
