# right: an executor; a Barrier sees to it that each of its processes takes exactly one share
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Barrier, Value

_value = _barrier = None


def _keep(value, barrier):
    global _value, _barrier
    _value, _barrier = value, barrier


def _share(times):
    _barrier.wait()
    for _ in range(times):
        with _value.get_lock():
            _value.value += 1


def count(processes, increments):
    value = Value("i", 0)
    if processes > 0:
        barrier = Barrier(processes)
        with ProcessPoolExecutor(processes, initializer=_keep, initargs=(value, barrier)) as executor:
            shares = [executor.submit(_share, increments) for _ in range(processes)]
            for share in shares:
                share.result()
    return value.value
