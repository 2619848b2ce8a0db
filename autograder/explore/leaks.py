"""What a program leaves behind: threads and processes that nobody waits for, locks that their holders never release.

Decided by happens-before, so that it does not depend on how far a thread happened to come: a thread is left behind when a step of it
that others can see does not come before the return of the main function, though in this schedule it may have ended in time.  Who waits
for a thread's last visible step by other means than ``join`` leaves nothing behind.  A process has to be joined, or seen to have ended:
else it stays as a zombie.
"""

from __future__ import annotations

from ..machine import machine
from ..standins.locks import Acquire, ForeignRelease, Release, TryAcquire
from ..standins.threads import Timer


def note_return():
    """The main function has returned: called in the main task right after it."""
    m = machine()
    m.keep[note_return] = m.current.past


def leak(machine):
    """What the run has left behind, in one sentence, or ""."""
    past = machine.keep.get(note_return)
    if past is None:
        return ""
    for sentence in (*_threads(machine, past), *_processes(machine, past), *_locks(machine)):
        return sentence
    return ""


# -- threads and processes -----------------------------------------------------------------------------------------

def _threads(machine, past):
    after = {}                              # threads -> one of their steps that may come after the return
    for event in machine.events:
        if not past >> event.index & 1 and not _is_epilogue(event.task, event.operation):
            after.setdefault(event.task, event)
    for task in machine.tasks:
        thread = task.thread
        if task in after and thread is not None and not task.daemon and not task.space.number and task is not task.space.main \
                and not _dismissed(machine, thread, past):
            more = ": a timer has to be joined, or cancelled" if isinstance(thread, Timer) else ": nobody has joined it"
            yield f"main returns while {task.name}{_where_started(machine, task)} may still be running{more}"


def _is_epilogue(task, operation):
    """Is this a step that nobody misses: the end, letting go of a lock, a timer's note that it has run?"""
    return operation.kind in ("end", "start") or isinstance(operation, Release) or _sets(operation, task.thread)


def _sets(operation, thread):
    return isinstance(thread, Timer) and operation.kind == "event" and operation.event is thread.finished and operation.what == "set"


def _dismissed(machine, thread, past):
    """Has main seen to it that this timer is cancelled, or that the executor that this thread works for is shut down?"""
    for event in machine.events:
        operation = event.operation
        if past >> event.index & 1 and event.task.thread is not thread and (
                _sets(operation, thread) or operation.kind == "close" and thread in operation.desk.workers):
            return True
    return False


def _where_started(machine, task):
    """``, started in line 12`` where a recording knows it."""
    recording = machine.recording
    for event in machine.events if recording is not None else ():
        if event.operation.kind == "start" and event.operation.task is task and recording.frames.get(event.index):
            return f", started in line {recording.frames[event.index][1]},"
    return ""


def _processes(machine, past):
    for space in machine.spaces[1:]:
        if not space.daemon and not space.parent.number and not (space.ended and not space.past & ~past):
            yield f"main returns while {space.name}{_where_started(machine, space.main)} may still be running: nobody has joined it"


# -- locks ---------------------------------------------------------------------------------------------------------

def _locks(machine):
    """Locks that a task holds which has ended.

    A lock that another task than its holder releases is a gate, and one that is only ever tried is a flag: those may stay shut.
    """
    waited, gates = {}, set()
    for event in machine.events:
        operation = event.operation
        if isinstance(operation, Acquire) or isinstance(operation, TryAcquire) and operation.timeout is not None:
            waited[operation.lock] = True
        elif isinstance(operation, ForeignRelease):
            gates.add(operation.lock)
    for lock in waited:
        owner = lock.owner
        if owner is not None and owner.done and lock not in gates:
            yield f"{owner.name} has ended and never released {lock.label}"
