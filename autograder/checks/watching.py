"""What a check can see of a run without asking the module: the accesses to shared memory, and what lies in queues and pipes."""

from __future__ import annotations

from ..instrument.accesses import Access
from ..machine import machine


def shared_accesses(kind):
    """The accesses to shared memory in this run so far, in order: tuples (process number, "reads" or "writes", which object).

    kind: "value" or "array".  Process 0 is the one that the check runs in; the objects are numbered.
    """
    found = []
    for event in machine().events:
        if isinstance(event.operation, Access):
            which = next((key[1] for key, _ in event.operation.touches if type(key) is tuple and key[0] == kind), None)
            if which is not None:
                found.append((event.task.space.number, event.operation.how, which))
    return found


def writes_per_process(kind):
    """{object: {process number: writes}} for the child processes of this run so far.  kind: as for ``shared_accesses``."""
    found = {}
    for process, how, which in shared_accesses(kind):
        if how == "writes" and process:
            counts = found.setdefault(which, {})
            counts[process] = counts.get(process, 0) + 1
    return found
