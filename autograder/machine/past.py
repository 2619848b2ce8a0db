"""Which earlier events an operation depends on: its happens-before past, and its races."""

from __future__ import annotations

from .operation import EXCLUSIVE


def look_back(logs, task, operation):
    """The past that ``operation`` of ``task`` has now, and the events whose order with it is not yet decided.

    A race is a conflicting event of another task that is not already before ``operation`` through others
    (Flanagan and Godefroid 2005; Abdulla et al. 2014).  It hides the races behind it if the two can change places, because those
    are found then.  An operation that can block may not be able to; it is where the event *took* the very thing that it waits for.
    """
    check = full = task.past | operation.after
    races = ()
    waits, takes = operation.ready is not None, operation.takes
    for key, mode in operation.touches:
        log = logs.get(key)
        if log is None:
            continue
        for event, other in reversed(log):
            if event.task is task:
                if other == mode or other == EXCLUSIVE:
                    break           # what came before it and conflicts with this came before that too
                continue
            if mode == EXCLUSIVE or other == EXCLUSIVE or mode != other:
                if not check >> event.index & 1:
                    races += (event,)
                    full |= event.past
                    if waits and (takes is None or takes != event.operation.takes):
                        continue
                    check |= event.past
                if other == EXCLUSIVE:
                    break
            elif other == EXCLUSIVE:
                break
    return full, races
