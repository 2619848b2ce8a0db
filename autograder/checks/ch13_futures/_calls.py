"""What the scenarios of ``thread_executor`` submit, and how they ask an executor for it: each call writes down that it has run.

``notes().ran``: the names of the calls that have begun since the last executor was made.
"""

from autograder.checks.spec import attempt, expect, expect_raises, gate, notes, settle
from autograder.machine import machine
from autograder.standins.futures import Future


def new(m, workers):
    notes().ran = []
    return attempt(f"ThreadExecutor({workers})", m.ThreadExecutor, workers)


def submit(executor, fn, /, *args, **kwargs):
    future = attempt("submit(fn)", executor.submit, fn, *args, **kwargs)
    expect(isinstance(future, Future), f"submit returned {type(future).__name__}, not a concurrent.futures.Future")
    return future


def result(future, what="the call"):
    """The result of a future; an error that it holds is a Failure."""
    return attempt(f"the future of {what}", future.result)


def shut(executor, *args, **kwargs):
    attempt("shutdown()", executor.shutdown, *args, **kwargs)


def threads():
    """How many threads of the module's are alive."""
    return sum(task.thread is not None and not task.guarded and not task.done and task.id > 0 for task in machine().tasks)


def no_threads(when):
    settle()
    expect(threads() == 0, f"{when}, {threads()} of its threads are still there: they wait for a call that never comes", "leak")


def log(name):
    """A call that writes its name down and returns it."""
    notes().ran.append(name)
    return name


def ran(name):
    return notes().ran.count(name)


def gated(name, place="the gate"):
    """A call that has begun and waits for the gate."""
    log(name)
    gate(place).wait()
    return name


def full(count, calls):
    """Do just ``count`` of ``calls`` gated calls run, on no more than ``count`` threads?"""
    running = len(notes().ran)
    expect(threads() <= count, f"with max_workers={count} there are {threads()} threads")
    wanted = min(count, calls)
    expect(running >= wanted, f"with max_workers={count}, {calls} calls were submitted, and {running} of them run", "deadlock")
    expect(running <= wanted, f"with max_workers={count}, {running} calls run at once")


def refused(executor):
    """After shutdown, submit and map are refused, and run nothing."""
    notes().ran = []
    expect_raises(RuntimeError, executor.submit, log, "late", what="after shutdown, submit(fn)")
    expect_raises(RuntimeError, lambda: list(executor.map(log, ["late"])), what="after shutdown, map(fn, items)")
    settle()
    expect(not ran("late"), "after shutdown, submit raises RuntimeError and runs the call all the same")


def try_to_submit(executor, name):
    """(name, the future or None if it was refused)."""
    try:
        return name, executor.submit(log, name)
    except RuntimeError:
        return name, None


def taken(answer, who, wait):
    """If submit has taken the call, it has been run; else not."""
    name, future = answer
    if future is None:
        return expect(not ran(name), f"submit by {who} raises RuntimeError, and its call has run all the same")
    if not wait:
        settle()
    expect(future.done(), f"submit by {who} came during shutdown: it returned a future, and its call is never run")
    expect(ran(name) == 1 and result(future) == name, f"submit by {who} returned a future whose call ran {ran(name)} times")
