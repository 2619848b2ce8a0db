"""What ``import threading`` gives: stand-ins for every name that the simulated machine can play."""

import sys

from . import barriers, conditions, hooks, locks, semaphores, thread_local, threads, waiting


class lock(locks.Lock):
    """What ``threading.Lock()`` makes: a type that is neither RLock's nor to be subclassed."""

    __module__ = "_thread"
    __slots__ = ()

    def __init_subclass__(cls):
        raise TypeError("type '_thread.lock' is not an acceptable base type")


def allocate_lock():
    return lock()


def RLock(*args, **kwargs):
    return locks.RLock()


def members():
    """The names of the stand-in for the module ``threading``."""
    return {
        "Lock": lock if sys.version_info >= (3, 13) else allocate_lock, "RLock": RLock,     # types or functions, as in CPython
        "Semaphore": semaphores.Semaphore, "BoundedSemaphore": semaphores.BoundedSemaphore,
        "Condition": conditions.Condition, "Event": conditions.Event, "Barrier": barriers.Barrier,
        "BrokenBarrierError": barriers.BrokenBarrierError,
        "Thread": threads.Thread, "Timer": threads.Timer, "local": thread_local.local,
        "current_thread": threads.current_thread, "currentThread": threads.current_thread,
        "main_thread": threads.main_thread, "enumerate": threads.enumerate_threads,
        "active_count": threads.active_count, "activeCount": threads.active_count,
        "get_ident": threads.get_ident, "get_native_id": threads.get_ident, "TIMEOUT_MAX": waiting.TIMEOUT_MAX,
        "ThreadError": RuntimeError, "excepthook": hooks.excepthook, "__excepthook__": hooks.excepthook,
        "ExceptHookArgs": hooks.ExceptHookArgs, "gettrace": lambda: None, "getprofile": lambda: None,
    }
