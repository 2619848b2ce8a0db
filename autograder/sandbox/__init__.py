"""Runs untrusted code in a process that is limited, cut off and gone afterwards.

    run(job, limits, on_progress) -> Outcome       any job in a child            parent.py
    check_source(exercise, source, …) -> dict      a Report                      checking.py
    explore_file(path, …), replay_file(path, …)    results of the explorer       exploring.py
    replay_check(exercise, source, schedule, …)    the same, of a check          exploring.py
    describe() -> dict                             which sandbox is in force     bubblewrap.py

How a job goes: `parent.py` starts the interpreter, under bubblewrap where that works; `supervisor.py` forks off and
ends the tree of processes; `child.py` limits itself (`confine.py`), runs the entry point and sends the result
(`protocol.py`).

The names are loaded when they are first used: the child imports this package too, and must not pay for the parent.
"""

_PLACES = {
    "run": "parent",
    "Limits": "limits",
    "Outcome": "outcome",
    "describe": "bubblewrap",
    "Unavailable": "bubblewrap",
    "check_source": "checking",
    "explore_file": "exploring",
    "replay_file": "exploring",
    "replay_check": "exploring",
}

__all__ = list(_PLACES)


def __getattr__(name):
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    value = getattr(importlib.import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = value
    return value
