"""What a program leaves behind: threads and processes that nobody waits for, locks that their holders never release.

Decided by happens-before, so that it does not depend on how far a thread happened to come: a thread is left behind when a step
of it that others can see does not come before the return of the main function, though in this schedule it may have ended in
time.  Who waits for a thread's last visible step by other means than ``join`` leaves nothing behind.  A process has to be joined,
or seen to have ended: else it stays as a zombie.
"""

from __future__ import annotations

import sys

from ..machine import Operation, machine
from ..standins.locks import Acquire, ForeignRelease, Release, TryAcquire
from ..standins.threads import MainThread, Timer


class Return(Operation):
    """The main function returns; for the reader of a trace."""

    __slots__ = ()
    kind = "return"

    def describe(self):
        return "returns"


def note_return():
    """The main function has returned: called in the main task right after it."""
    m = machine()
    m.keep[note_return] = m.current.past
    m.keep[_feeders] = [queue for queue in m.current.space.keep.get("feeding", ()) if not queue._closed]
    m.keep[_is_joined] = {task for task in m.tasks if any(not seen & ~m.current.past for seen in task.joined)}
    m.quietly(Return())


def leak(machine):
    """What the run has left behind, in one sentence, or ""."""
    past = machine.keep.get(note_return)
    if past is None:
        return ""
    for sentence in (*_threads(machine, past), *_processes(machine, past), *_locks(machine), *_segments(machine)):
        return f"main returns {sentence}"
    return ""


def leftovers(machine):
    """What the run has left behind when ``note_return`` was called, by the rule of the exercises: "when the call that owns them
    returns or raises, its threads and processes have ended"; daemons too.  The end of a sentence, or ""."""
    past = machine.keep.get(note_return)
    if past is None:
        return ""
    for sentence in (*_threads(machine, past, strict=True), *_processes(machine, past, strict=True), *_feeders(machine), *_segments(machine)):
        return sentence
    return ""


def _feeders(machine):
    for queue in machine.keep[_feeders]:
        yield f"while the feeder thread of {queue._store.label} may still be running: nobody has closed the queue"


def _segments(machine):
    module = sys.modules.get("autograder.standins.shared_memory")       # not loaded before a program imports it
    for name in module.unlinked(machine) if module is not None else ():
        yield f"and nobody has unlinked the shared memory {name}: only the resource tracker may clean it up, with a warning"


# -- threads and processes -----------------------------------------------------------------------------------------

def _threads(machine, past, strict=False):
    """strict: daemons count, and so do threads that may be on their way to their end, because nobody has joined them."""
    if not strict and not (1 << len(machine.events)) - 1 & ~past:
        return                              # everything came before the return
    late = {event.task for event in machine.events
            if not past >> event.index & 1 and not _is_epilogue(event.task, event.operation)}
    for task in machine.tasks:
        thread = task.thread
        if thread is None or type(thread) is MainThread or task.space.number or task is task.space.main:
            continue
        if task in late and not task.daemon and not _dismissed(machine, thread, past) \
                or strict and not _is_joined(machine, task) and not _terminated(machine, thread, past):
            remedy = "shut its executor down" if any(_desk_of(thread, event.operation) for event in machine.events) else \
                "joined or cancelled it" if isinstance(thread, Timer) and not strict else "joined it"
            yield f"while {task.name}{_where_started(machine, task)} may still be running: nobody has {remedy}"


def _is_joined(machine, task):
    """Has somebody waited for its end before the return?"""
    return task in machine.keep[_is_joined]


def _is_epilogue(task, operation):
    """Is this a step that nobody misses: the end, letting go of a lock, a timer's note that it has run?"""
    return operation.kind in ("end", "start", "return") or isinstance(operation, Release) or _sets(operation, task.thread)


def _sets(operation, thread):
    return isinstance(thread, Timer) and operation.kind == "event" and operation.event is thread.finished \
        and operation.what == "set"


def _desk_of(thread, operation):
    """Does the thread work for the executor that this operation is about?"""
    return thread in getattr(getattr(operation, "desk", None), "workers", ())


def _terminated(machine, thread, past):
    """Does the thread belong to a pool of threads that has been terminated?  It is the library's, and ends by itself."""
    return any(past >> event.index & 1 and event.operation.kind == "terminate" and _desk_of(thread, event.operation)
               for event in machine.events)


def _dismissed(machine, thread, past):
    """Has main seen to it that this timer is cancelled, or that the executor that this thread works for is shut down?"""
    for event in machine.events:
        if past >> event.index & 1 and event.task.thread is not thread:
            operation = event.operation
            if _sets(operation, thread) or operation.kind == "close" and _desk_of(thread, operation):
                return True
    return False


def _where_started(machine, task):
    """``, started in line 12`` where a recording knows it."""
    recording = machine.recording
    for event in machine.events if recording is not None else ():
        if event.operation.kind == "start" and event.operation.task is task and recording.frames.get(event.index):
            return f", started in line {recording.frames[event.index][1]},"
    return ""


def _processes(machine, past, strict=False):
    seen = past                             # by main before its return, or by another thread: an executor's, say
    for task in machine.tasks:
        if not task.space.number and task is not task.space.main:
            seen |= task.past
    for space in machine.spaces[1:]:
        if strict:                          # a manager that nobody holds any longer shuts its server down by itself
            gone = "server" in space.keep or _is_joined(machine, space.main)
        else:
            gone = space.daemon or space.ended and not space.past & ~seen
        if not gone and not space.parent.number:
            where = _where_started(machine, space.main)
            yield f"while {space.name}{where} may still be running: nobody has joined it"


# -- locks ---------------------------------------------------------------------------------------------------------

def _locks(machine):
    """Locks that a task holds which has ended.

    A lock that another task than its holder releases is a gate, and one that is only ever tried is a flag: those may stay shut.
    """
    for key, log in machine.logs.items():
        if type(key) is not tuple or key[0] != "lock" or len(key) != 2:
            continue                        # what else is touched, and how a lock is released
        steps = [event.operation for event, _ in log]
        lock = next((step.lock for step in steps if isinstance(step, (Acquire, TryAcquire))), None)
        if lock is None or lock.owner is None or not lock.owner.done or any(isinstance(step, ForeignRelease) for step in steps):
            continue
        if any(isinstance(step, Acquire) or isinstance(step, TryAcquire) and step.timeout is not None for step in steps):
            yield f"{lock.owner.name} has ended and never released {lock.label}"
