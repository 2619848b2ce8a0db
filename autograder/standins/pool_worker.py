"""What the workers of a Pool do, threads or processes."""

from __future__ import annotations

from traceback import format_exception

from ..machine import EXCLUSIVE, READ, Operation, machine
from . import pickling
from .executor_desk import Draw
from .pool_results import Deliver, DeliverPickle


class Grab(Operation):
    """A worker process takes the lock of the queue of tasks, and holds it until it has a task: it may be killed meanwhile."""

    __slots__ = ("desk",)
    kind = "grab"

    def __init__(self, desk):
        self.desk = desk
        super().__init__(((desk.lock_key, EXCLUSIVE),))

    def ready(self):
        return self.desk.reader is None

    def apply(self, machine):
        machine.join(self.desk.reader_past)
        self.desk.reader = machine.current
        self.desk.barren = 0

    def describe(self):
        return "is the next to get a task"

    def waits_for(self):
        reader = self.desk.reader
        if reader is None:
            return "for a task"
        return f"for a task, after {reader.name}" + (", which was killed and still holds the queue's lock" if reader.done else "")


class Take(Draw):
    """A worker takes the next task; None when it may go home."""

    __slots__ = ("task",)
    kind = "take"

    def __init__(self, desk):
        super().__init__(desk)
        self.task = None

    def enabled(self):
        return bool(self.desk.calls) or self.desk.over()

    def apply(self, machine):
        desk = self.desk
        desk.barren = 0
        if desk.over():
            machine.join(desk.ended_past)
            machine.current.space.handles.pop(desk.key, None)
        else:
            self.task, past = desk.calls.popleft()
            machine.join(past)
            self.task.runner = machine.current
        if desk.reader is machine.current:
            desk.reader, desk.reader_past = None, machine.current.past
        return self.task

    def describe(self):
        return f"takes {self.task.label}" if self.task is not None else f"finds that {self.desk.label} is over"

    def waits_for(self):
        return "for a task"


class Begun(Operation):
    """A worker has run the initializer.  Left out while that does nothing that others could see, as a private access is."""

    __slots__ = ("desk",)
    kind = site = "begun"

    def __init__(self, desk):
        self.desk = desk
        super().__init__(((desk.ending_key, READ),))

    def describe(self):
        return "has run the initializer"


class Send(Operation):
    """A worker sends a result to the result handler."""

    __slots__ = ("task", "ok", "value")
    kind = "send"

    def __init__(self, task, ok, value):
        self.task = task
        self.ok = ok
        self.value = value
        desk = task.job.desk
        super().__init__(((desk.post_key, EXCLUSIVE), (desk.ending_key, READ)))

    def apply(self, machine):
        self.task.job.desk.results.append((self.task, self.ok, self.value, machine.current.past))

    def describe(self):
        return f"sends the {'result' if self.ok else 'exception'} of {self.task.label}"


class Die(Operation):
    """A worker thread ends before its time."""

    __slots__ = ("desk",)
    kind = "die"

    def __init__(self, desk):
        self.desk = desk
        super().__init__(((desk.death_key, EXCLUSIVE),))

    def apply(self, machine):
        self.desk.died(machine, machine.current)


def worker(desk, initializer, initargs, maxtasks):
    """The life of a worker, thread or process."""
    m = machine()
    try:
        if initializer is not None:
            before = m.current.past
            initializer(*initargs)
            if m.sites is not None and m.current.past != before:
                m.learn(Begun.site)
            if m.sites is None or Begun.site in m.sites:
                m.perform(Begun(desk))
        done = 0
        while maxtasks is None or done < maxtasks:
            if not desk.threads and m.probing:
                m.perform(Grab(desk))
            task = m.perform(Take(desk))
            if task is None:
                return
            ok, value = run(task.call) if desk.threads else run_pickled(task.call)
            send = Send if desk.handled else Deliver if desk.threads else DeliverPickle
            m.perform(send(task, ok, value))
            task = value = None
            done += 1
    except BaseException:
        if desk.threads:
            m.perform(Die(desk))
        raise


def run(call):
    """(True, the value of a call) or (False, its exception)."""
    function, args, kwargs = call
    try:
        return True, function(*args, **kwargs)
    except Exception as error:
        return False, error


def run_pickled(data):
    """The same, from a pickle to a pickle.  What cannot be unpickled ends the process, as for real."""
    call = pickling.loads(data)
    ok, value = run(call)
    if not ok and call[0] is not reraise:
        value = ExceptionWithTraceback(value)
    try:
        return ok, pickling.dumps(value)
    except Exception as error:
        return False, pickling.dumps(maybe_encoding_error(error, value))


def reraise(error):
    """What a worker runs where taking the next item of an iterable has failed."""
    raise error


def maybe_encoding_error(error, value):
    from multiprocessing.pool import MaybeEncodingError
    return MaybeEncodingError(error, value)


class ExceptionWithTraceback:
    """An exception on its way to the owner: there it gets its traceback as its cause, in words."""

    def __init__(self, error):
        self.exc = error
        self.tb = f'\n"""\n{"".join(format_exception(error))}"""'

    def __reduce__(self):
        return rebuilt, (self.exc, self.tb)


ExceptionWithTraceback.__module__ = "multiprocessing.pool"      # its repr is seen where it cannot be pickled


def rebuilt(error, text):
    from multiprocessing.pool import RemoteTraceback
    error.__cause__ = RemoteTraceback(text)
    return error
