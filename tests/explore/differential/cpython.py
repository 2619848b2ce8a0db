"""CPython's own ``threading.py`` on the simulated machine: its classes over the stand-ins' Lock, RLock and Thread.

The source of the interpreter that runs the tests is taken, and instrumented like any program, so that each of its reads and
writes is an operation.  What can happen with it is what can happen with the stand-ins: neither more nor less.
"""

from __future__ import annotations

import inspect
import threading

CLASSES = ("Condition", "Semaphore", "BoundedSemaphore", "Event", "Barrier", "BrokenBarrierError", "Timer")

HEAD = """
import threading as simulated
from collections import deque as _deque
from time import monotonic as _time
_allocate_lock = Lock = simulated.Lock
RLock, Thread, local = simulated.RLock, simulated.Thread, simulated.local
"""


def with_real_classes(program):
    """The source of ``program`` with CPython's own classes in front; it must import from ``threading`` in the line
    ``from threading import …`` only."""
    lines = [line for line in program.splitlines() if not line.startswith("from threading import")]
    classes = [inspect.getsource(getattr(threading, name)) for name in CLASSES]
    return "\n".join([HEAD, *classes, *lines])
