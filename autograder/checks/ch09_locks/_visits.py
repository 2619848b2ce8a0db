"""What other threads do with the lock in the scenarios of ``reentrant_lock``: they come in, or wait, or may not let go."""

from autograder.checks.spec import expect, expect_raises, settle, spawn, still_waits


def passes(lock, expected, when):
    """Another thread can take the lock now, or has to wait; then it lets go again as soon as it has it."""
    def visit():
        lock.acquire()
        lock.release()
    worker = spawn(visit, name="another thread", stays=True)
    settle()
    if expected:
        expect(worker.done, f"another thread waits for ever {when}", "deadlock")
        worker.join()
    else:
        still_waits(worker, f"another thread gets in {when}")
    return worker


def goes_on(worker, message):
    """What a thread that waited gives; Failure if it still waits when nothing else can move."""
    settle()
    expect(worker.done, message, "lost_wakeup")
    return worker.join()


def elsewhere(function):
    """What ``function()`` gives in another thread; Failure if it waits."""
    worker = spawn(function, name="another thread", stays=True)
    settle()
    expect(worker.done, "a call in another thread waits for ever", "deadlock")
    return worker.join()


def in_and_out(lock, *args, **kwargs):
    """acquire with these arguments, and release if that gave it."""
    got = lock.acquire(*args, **kwargs)
    if got:
        lock.release()
    return got


def refused(lock, who, when):
    """release() must be a RuntimeError in this thread."""
    expect_raises(RuntimeError, lock.release, what=f"release() by {who} {when}")


def taken(what, got, due=True):
    expect(got is due, f"{what} returned {got!r}; it must return {due}")
