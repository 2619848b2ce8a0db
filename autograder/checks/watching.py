"""What a check can see of a run without asking the module: who works where, what is on its way, the accesses to shared memory."""

from __future__ import annotations

from ..instrument.accesses import Access, rewritten_modules
from ..machine import machine
from .meeting import notes

rewritten_modules.add(__name__)         # its parcels may be unpickled

def process_number():
    """The number of the process that calls this: 0 for the one that the check runs in, its children from 1 on."""
    return machine().current.space.number


class Parcel:
    """An item that tells when it is sent from process to process (beside the arguments of a new process).

    ``notes().sent`` must be a list; the numbers of the parcels that were pickled are appended to it.
    """

    def __init__(self, number):
        self.number = number

    def __reduce__(self):
        if not machine().current.spawning and self.number not in notes().sent:
            notes().sent.append(self.number)
        return Parcel, (self.number,)


def uses_joinable_queue():
    """Has a JoinableQueue been handed to another process in this run?  (Of a manager nobody knows what it makes.)"""
    return has_manager() or any(getattr(each, "joinable", False) for each in machine().kernel.values())


def has_manager():
    """Has this run started a manager's server?"""
    return any("server" in space.keep for space in machine().spaces)


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
