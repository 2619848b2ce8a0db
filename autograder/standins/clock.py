"""Virtual time: what ``import time`` gives."""

from __future__ import annotations

import time as real

from ..machine import ReadClock, Sleep, machine

EPOCH = 1_700_000_000.0     # time.time() when a run starts, in seconds: the same in every run


def sleep(seconds):
    """Sleep ``seconds`` of virtual time: no real time passes."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    m = machine()
    m.perform(Sleep(seconds, m))


def monotonic():
    """Virtual seconds since the run started."""
    m = machine()
    return m.now if m.fair else m.perform(ReadClock())


def time():
    return EPOCH + monotonic()


def _ns(seconds):
    return int(round(seconds * 1e9))


def members():
    """The names of the stand-in for the module ``time``."""
    names = {"sleep": sleep, "monotonic": monotonic, "perf_counter": monotonic, "process_time": monotonic,
             "thread_time": monotonic, "time": time,
             "monotonic_ns": lambda: _ns(monotonic()), "perf_counter_ns": lambda: _ns(monotonic()),
             "process_time_ns": lambda: _ns(monotonic()), "thread_time_ns": lambda: _ns(monotonic()),
             "time_ns": lambda: _ns(time())}
    for name in ("struct_time", "gmtime", "localtime", "strftime", "strptime", "asctime", "ctime", "mktime",
                 "timezone", "altzone", "daylight", "tzname"):
        names[name] = getattr(real, name)
    return names
