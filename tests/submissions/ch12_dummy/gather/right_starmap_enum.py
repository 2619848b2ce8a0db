# right: an Enum knows the kinds (its own ValueError for another), starmap over pairs, a context manager for the pool
from contextlib import contextmanager
from enum import Enum
from itertools import repeat
from multiprocessing import Pool as ForkedPool
from multiprocessing.dummy import Pool as DummyPool


class Kind(Enum):
    THREADS = "threads"
    PROCESSES = "processes"


@contextmanager
def pool_of(kind, workers):
    pool = {Kind.THREADS: DummyPool, Kind.PROCESSES: ForkedPool}[kind](workers)
    try:
        yield pool
        pool.close()
    except BaseException:
        pool.terminate()
        raise
    finally:
        pool.join()


def attempt(function, item):
    try:
        value = function(item)
    except Exception as error:
        return ("error", error)
    else:
        return ("ok", value)


def gather(function, items, workers=4, kind="threads"):
    kind = Kind(kind)
    with pool_of(kind, workers) as pool:
        return pool.starmap(attempt, zip(repeat(function), items), 1)
