"""What ``import threading`` gives: stand-ins for every name that the simulated machine can play."""

from . import barriers, conditions, locks, semaphores, threads

TIMEOUT_MAX = 9_223_372_036.0


def members():
    """The names of the stand-in for the module ``threading``."""
    return {
        "Lock": locks.Lock, "RLock": locks.RLock,
        "Semaphore": semaphores.Semaphore, "BoundedSemaphore": semaphores.BoundedSemaphore,
        "Condition": conditions.Condition, "Event": conditions.Event, "Barrier": barriers.Barrier,
        "BrokenBarrierError": barriers.BrokenBarrierError,
        "Thread": threads.Thread, "Timer": threads.Timer, "local": threads.local,
        "current_thread": threads.current_thread, "currentThread": threads.current_thread,
        "main_thread": threads.main_thread, "enumerate": threads.enumerate_threads,
        "active_count": lambda: len(threads.enumerate_threads()),
        "get_ident": threads.get_ident, "get_native_id": threads.get_ident, "TIMEOUT_MAX": TIMEOUT_MAX,
    }
