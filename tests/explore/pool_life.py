"""Small programs on process pools: each function gives what it sees, the same for real (spawn) and on the machine.

``tests/explore/test_pools.py`` runs them both ways.  Names ending in _ are helpers.
"""

import json
import multiprocessing
import os
import re
import sys

COUNT = 0
SET_UP = None


def tell_(function, *args, **kwargs):
    """What a call gives, or the exception's type, text and cause."""
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return [type(error).__name__, re.sub(r" at 0x\w+", "", str(error)), type(error.__cause__).__name__]


def square_(x):
    return x * x


def fail_(*args):
    raise KeyError(*args)


def add_(x, y=1):
    return x + y


def count_(x):
    global COUNT
    COUNT += 1
    return COUNT


def set_up_(value):
    global SET_UP
    SET_UP = value


def get_set_up_(x):
    return SET_UP


def lambda_(x):
    return lambda: x


def without_number_(name):
    """How many processes there were before differs: for real, all programs run in one process."""
    return name.rstrip("0123456789")


def name_(x=0):
    process = multiprocessing.current_process()
    return [without_number_(process.name), process.daemon, multiprocessing.parent_process().name]


def nested_(x):
    return tell_(multiprocessing.Pool, 1)


class Odd_(Exception):
    def __init__(self, a, b):
        super().__init__(f"{a} and {b}")


class Unpicklable_(Exception):
    def __reduce__(self):
        raise TypeError("I stay here")


def odd_(x):
    raise Unpicklable_(x)


def exit_(x):
    sys.exit(x)


def context_():
    return multiprocessing.get_context("spawn")


def results():
    with context_().Pool(1) as pool:
        return [pool.map(square_, range(5)), pool.map(square_, iter([1, 2]), chunksize=2), pool.map(square_, []),
                pool.starmap(add_, [(1, 2), (3,)]),
                list(pool.imap(square_, [1, 2, 3])), list(pool.imap(square_, (x for x in range(5)), chunksize=2)),
                sorted(pool.imap_unordered(square_, [1, 2, 3])), pool.apply(add_, (1,), {"y": 5}),
                pool.apply_async(square_, (3,)).get(), pool.map_async(square_, [4]).get(),
                pool.starmap_async(add_, [[1, 1]]).get()]


def exceptions():
    with context_().Pool(1) as pool:
        items = pool.imap(fail_, [1, 2])
        return [tell_(pool.map, fail_, [1, 2]), tell_(pool.apply, fail_, (1, 2)),
                tell_(next, items), tell_(next, items), tell_(next, items),
                tell_(pool.apply_async(fail_).get), tell_(pool.starmap, add_, [1])]


def pickling():
    with context_().Pool(1) as pool:
        found = [tell_(pool.map, square_, [lambda: 0, 1]), tell_(pool.apply, lambda_, (1,)), tell_(pool.apply, odd_, (1,)),
                 tell_(pool.apply, tell_, (pool,)), tell_(pool.apply, square_, (3,))]
        found[1][1] = found[1][1].split("Reason")[0]        # the rest depends on the version
        found[2][1] = found[2][1].split("Reason")[1]
        return found


def globals_stay_in_the_workers():
    with context_().Pool(1) as pool:
        return [pool.map(count_, range(3)), pool.apply(count_, (0,)), COUNT]


def initializer():
    with context_().Pool(1, set_up_, ("here",)) as pool:
        return [pool.apply(get_set_up_, (0,)), SET_UP, tell_(context_().Pool, 1, 3), tell_(context_().Pool, 1, lambda: 0)[0]]


def fresh_workers():
    with context_().Pool(1, maxtasksperchild=2) as pool:
        return [pool.map(count_, range(5), chunksize=1), pool.apply(name_)]


def names():
    with context_().Pool(1) as pool:
        workers = multiprocessing.active_children()
        found = [pool.apply(name_), pool.apply(nested_, (0,)), repr(pool),
                 [without_number_(worker.name) for worker in workers], len(pool._pool)]
    return found + [repr(pool), multiprocessing.active_children()]


def states():
    pool = context_().Pool(1)
    found = [tell_(pool.join)]
    pool.close()
    found += [tell_(pool.apply, square_, (1,)), tell_(pool.__enter__), tell_(pool.map, square_, [1]),
              tell_(pool.imap, square_, [1])]
    pool.join()
    pool.join()
    pool.terminate()
    return found + [repr(pool), tell_(pool.close), tell_(pool.apply, square_, (1,))]


def arguments():
    return [tell_(context_().Pool, 0), tell_(context_().Pool, 1, maxtasksperchild=0),
            tell_(context_().Pool, 1, maxtasksperchild="1"),
            tell_(context_().Pool, -1)]


def close_waits():
    pool = context_().Pool(2)
    result = pool.map_async(square_, range(3), chunksize=1)
    pool.close()
    pool.join()
    return [result.ready(), result.successful(), result.get(timeout=0), [worker.exitcode for worker in pool._pool]]


def callbacks():
    seen = []
    pool = context_().Pool(1)
    pool.map_async(square_, [1, 2], callback=seen.append)
    pool.apply_async(fail_, (1,), callback=seen.append, error_callback=lambda error: seen.append(repr(error)))
    pool.apply_async(square_, (5,), error_callback=seen.append)
    pool.map_async(square_, [], callback=seen.append)
    pool.close()
    pool.join()
    return seen


def a_worker_that_exits_is_replaced():
    with context_().Pool(1) as pool:
        lost = pool.apply_async(exit_, (3,))
        return [pool.apply(square_, (2,)), lost.ready()]


def an_exit_by_force_too():
    with context_().Pool(1) as pool:
        lost = pool.apply_async(os._exit, (3,))
        return [pool.apply(square_, (2,)), lost.ready()]


def arrivals():
    with context_().Pool(2) as pool:
        return list(pool.imap_unordered(square_, [1, 2, 3]))


def counts():
    with context_().Pool(2) as pool:
        return pool.map(count_, range(3), chunksize=1)


PROGRAMS = [results, exceptions, pickling, globals_stay_in_the_workers, initializer, fresh_workers, names, states, arguments,
            close_waits, callbacks, a_worker_that_exits_is_replaced, an_exit_by_force_too]
UNDETERMINED = [arrivals, counts]       # these give one thing or another
RUNS = 8

if __name__ == "__main__":
    print(json.dumps({function.__name__: [function() for _ in range(1 if function in PROGRAMS else RUNS)]
                      for function in PROGRAMS + UNDETERMINED}))
