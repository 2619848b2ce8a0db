"""What programs do with a ProcessPoolExecutor, and what it gives them: run for real under spawn and on the machine alike.

Each function of PROGRAMS returns plain data that is the same in every schedule.
"""

import multiprocessing
import os
import threading
from concurrent.futures import FIRST_EXCEPTION, CancelledError, ProcessPoolExecutor, ThreadPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool

STATE = {"n": 0}


class Odd(Exception):
    """Cannot be unpickled: its ``__init__`` wants two arguments."""

    def __init__(self, a, b):
        super().__init__(a)


class Point:
    def __init__(self, x):
        self.x = x

    def double(self):
        return 2 * self.x


def square_(x):
    return x * x


def boom_(*args):
    raise KeyError(*args)


def odd_():
    raise Odd(1, 2)


def lambda_():
    return lambda: 0


def leave_():
    raise SystemExit(4)


def die_(code=3):
    os._exit(code)


def count_(x):
    STATE["n"] += x
    return STATE["n"]


def grow_(items):
    items.append(1)
    return items


def prepare_(x):
    STATE["prepared"] = x


def prepared_():
    return STATE.get("prepared")


def where_():
    return os.getpid()


def nested_():
    with ProcessPoolExecutor(1) as pool:
        return pool.submit(square_, 3).result()


def tell_(function, *args, **kwargs):
    """What a call gives: its value, or its exception, cause and message."""
    try:
        value = function(*args, **kwargs)
    except BaseException as error:
        cause = type(error.__cause__).__name__
        return [type(error).__name__, str(error).split(" at 0x")[0].split("<locals>")[0], cause]
    return list(value) if isinstance(value, (tuple, set)) else value


def results():
    with ProcessPoolExecutor(2) as pool:
        futures = [pool.submit(square_, 3), pool.submit(boom_, 1), pool.submit(leave_), pool.submit(Point(4).double)]
        return [tell_(f.result) for f in futures] + [type(futures[1].exception().__cause__).__name__, [f.done() for f in futures]]


def traceback_of_the_worker():
    with ProcessPoolExecutor(1) as pool:
        text = str(pool.submit(boom_, 1).exception().__cause__)
        return ["in boom_" in text, "KeyError: 1" in text, text.startswith('\n"""\nTraceback')]


def unpicklable():
    with ProcessPoolExecutor(1) as pool:
        said = [tell_(pool.submit(lambda: 1).result)[0], tell_(pool.submit(square_, threading.Lock()).result),
                tell_(pool.submit(lambda_).result)[0], tell_(pool.submit(square_, 2).result)]
        return said + [type(pool.submit(lambda: 1).exception().__cause__).__name__]


def result_that_cannot_be_read():
    pool = ProcessPoolExecutor(1)
    said = [tell_(pool.submit(odd_).result), tell_(pool.submit, square_, 1)]
    pool.shutdown()
    return said


def worker_dies():
    pool = ProcessPoolExecutor(1)
    futures = [pool.submit(die_)]
    said = [tell_(f.result) for f in futures] + [tell_(pool.submit, square_, 1), tell_(pool.map, square_, [1])]
    pool.shutdown()
    return said + [tell_(pool.submit, square_, 1), issubclass(BrokenProcessPool, RuntimeError)]


def initializer_fails():
    pool = ProcessPoolExecutor(1, initializer=boom_)
    said = tell_(pool.submit(square_, 1).result)
    pool.shutdown()
    return said


def initializer():
    with ProcessPoolExecutor(1, initializer=prepare_, initargs=("x",)) as pool:
        return [pool.submit(prepared_).result(), STATE.get("prepared")]


def unpicklable_initializer():
    pool = ProcessPoolExecutor(1, initializer=lambda: 0)
    return tell_(pool.submit, square_, 1)[0]


def memory_is_not_shared():
    items = []
    with ProcessPoolExecutor(1) as pool:
        given = [pool.submit(count_, 1).result(), pool.submit(count_, 1).result(), pool.submit(grow_, items).result()]
    return given + [STATE["n"], items]


def mapping():
    with ProcessPoolExecutor(2) as pool:
        said = [list(pool.map(square_, range(3))), list(pool.map(square_, range(3), chunksize=2)),
                list(pool.map(pow_, [2, 3], [3, 2, 1]))]
        calls = pool.map(boom_, [1, 2])
        return said + [tell_(next, calls), tell_(next, calls, "end"), tell_(pool.map, square_, [1], chunksize=0)]


def pow_(x, y):
    return x ** y


def waiting():
    with ProcessPoolExecutor(2) as pool:
        futures = [pool.submit(square_, n) for n in range(3)]
        done = wait(futures).done
        numbers = sorted(f.result() for f in as_completed(futures))
        return [len(done), numbers, len(wait(futures, return_when=FIRST_EXCEPTION).not_done)]


def callbacks():
    said, parent = [], os.getpid()
    with ProcessPoolExecutor(1) as pool:
        future = pool.submit(square_, 3)
        future.add_done_callback(lambda f: said.append([f.result(), os.getpid() == parent]))
    return said


def arguments():
    contexts = multiprocessing.get_context("fork")
    return [tell_(ProcessPoolExecutor, 0), tell_(ProcessPoolExecutor, -3), tell_(ProcessPoolExecutor, 1, initializer=3),
            tell_(ProcessPoolExecutor, max_tasks_per_child=0), tell_(ProcessPoolExecutor, max_tasks_per_child="1"),
            tell_(ProcessPoolExecutor, 1, contexts, max_tasks_per_child=1)]


def after_shutdown():
    pool = ProcessPoolExecutor(1)
    pool.shutdown()
    pool.shutdown()
    return [tell_(pool.submit, square_, 1), tell_(list, pool.map(square_, []))]


def a_process_for_each_call():
    with ProcessPoolExecutor(2, max_tasks_per_child=1) as pool:
        futures = [pool.submit(where_) for _ in range(3)]
        return [len({f.result() for f in futures}), os.getpid() in {f.result() for f in futures}]


def pool_in_a_pool():
    with ProcessPoolExecutor(1) as pool:
        return pool.submit(nested_).result()


def pool_as_an_argument():
    import pickle
    with ProcessPoolExecutor(1) as pool, ThreadPoolExecutor(1) as threads:
        future = pool.submit(square_, threads)
        return [tell_(pickle.dumps, pool), tell_(future.result), tell_(pickle.dumps, future)]


def left_open():
    pool = ProcessPoolExecutor(1)
    return pool.submit(square_, 2).result()


def cancelled():
    with ProcessPoolExecutor(1) as pool:
        future = pool.submit(square_, 2)
        future.result()
        return [future.cancel(), future.cancelled(), future.running(), issubclass(CancelledError, Exception)]


PROGRAMS = [results, traceback_of_the_worker, unpicklable, result_that_cannot_be_read, worker_dies, initializer_fails,
            initializer, unpicklable_initializer, memory_is_not_shared, mapping, waiting, callbacks, arguments, after_shutdown,
            a_process_for_each_call, pool_in_a_pool, pool_as_an_argument, cancelled, left_open]

if __name__ == "__main__":
    import json
    multiprocessing.set_start_method("spawn")
    print(json.dumps({f.__name__: tell_(f) for f in PROGRAMS}))
