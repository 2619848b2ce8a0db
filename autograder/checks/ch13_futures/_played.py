"""Executors that the examiner plays for the scenarios of ``first_success``, and what these say to and of it."""

from functools import partial

from autograder.checks.outcomes import call, kind_of, told
from autograder.checks.spec import expect, gate, settle, spawn
from autograder.standins.executors import Executor
from autograder.standins.futures import Future


class Hand(Executor):
    """An executor whose calls begin and end when the examiner says so.  work: pairs of a future and its call."""

    def __init__(self):
        self.work = []
        self.closed = False

    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        future._cell.name(f"call {len(self.work) + 1}")
        self.work.append((future, partial(fn, *args, **kwargs)))
        gate(f"call {len(self.work)}").open()
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self.closed = True
        if cancel_futures:
            for future, _ in self.work:
                future.cancel()
        if wait:
            for future, _ in self.work:
                if not future.cancelled():
                    future.exception()

    def begin(self, index):
        """False if it has been cancelled."""
        return self.work[index][0].set_running_or_notify_cancel()

    def end(self, index):
        future, fn = self.work[index]
        try:
            value = fn()
        except Exception as error:
            future.set_exception(error)
        else:
            future.set_result(value)

    def run(self, index):
        if self.begin(index):
            self.end(index)

    def future(self, index):
        return self.work[index][0]


class AtOnce(Executor):
    """An executor that runs each call in ``submit``."""

    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        future.set_running_or_notify_cancel()
        try:
            value = fn(*args, **kwargs)
        except Exception as error:
            future.set_exception(error)
        else:
            future.set_result(value)
        return future


def call_for(outcome):
    """The call that returns the outcome, or raises the Error in it."""
    def call():
        if type(outcome) is Error:
            raise outcome.error
        return outcome
    return call


class Error:
    """A call's outcome: this error is raised."""

    def __init__(self, error):
        self.error = error

    def __repr__(self):
        return type(self.error).__name__


def ask(m, executor, calls):
    """How first_success ends."""
    return call("first_success(executor, calls)", m.first_success, executor, calls)


def begun(m, executor, outcomes, name="first_success"):
    """The task that calls first_success with calls that end so."""
    return spawn(ask, m, executor, [call_for(o) for o in outcomes], name=name, stays=True)


def started(m, executor, outcomes):
    """first_success has been called with such calls in a task of its own, and waits for them."""
    asker = begun(m, executor, outcomes)
    settle()
    submitted(asker, executor, len(outcomes))
    return asker


def submitted(asker, executor, count):
    """So many calls have been submitted, and first_success waits for them."""
    if asker.done:
        answer = asker.join()
        expect(False, f"no call has ended, and first_success {told(answer)}", kind_of(answer))
    there = len(executor.work)
    expect(there == count, f"{count} calls are due; before one of them has ended, only {there} are submitted", "deadlock")


def answer_of(asker, when):
    settle()
    expect(asker.done, f"{when}, and first_success still waits", "deadlock")
    return asker.join()


def fails(errors, answer, situation):
    """It must have raised an ExceptionGroup of these very errors, in this order."""
    names = ", ".join(type(e).__name__ for e in errors)
    is_group = answer[0] == "raised" and isinstance(answer[1], ExceptionGroup)
    expect(is_group, f"{situation}: first_success {told(answer)}; it must raise an ExceptionGroup of {names}")
    got = answer[1].exceptions
    expect(len(got) == len(errors) and all(g is e for g, e in zip(got, errors)),
           f"{situation}: first_success {told(answer)}; the exceptions must be {names}, in the order of the calls")


def situation(outcomes, order=None):
    text = f"calls that end as {', '.join(map(repr, outcomes))}"
    return text if order is None else f"{text}, in the order {', '.join(str(i + 1) for i in order)}"
