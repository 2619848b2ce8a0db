"""How the scenarios of ``future`` end a future, and what must be so afterwards: the same for whoever asks, and however often."""

from concurrent.futures import CancelledError

from autograder.checks.outcomes import call, must_raise, must_return, returns
from autograder.checks.spec import attempt, expect, settle

ENDS = ("set_result", "set_exception", "cancel")


def new(m):
    return attempt("Future()", m.Future)


def value_for(how):
    return KeyError("from outside") if how == "set_exception" else "value"


def looks(future, done, cancelled, because):
    for name, wanted in (("done", done), ("cancelled", cancelled)):
        got = attempt(f"{name}()", getattr(future, name))
        expect(bool(got) is wanted, f"{because}, {name}() returns {got!r}, not {wanted}")


def end(future, how, what):
    """End it with set_result(what), set_exception(what) or cancel()."""
    if how == "cancel":
        return returns(True, "cancel()", future.cancel)
    attempt(f"{how}({what!r})", getattr(future, how), what)


def has_ended(future, how, what):
    """It must have ended so, and tell everybody the same."""
    because = "after cancel()" if how == "cancel" else f"after {how}({what!r})"
    looks(future, True, how == "cancel", because)
    for name in ("result", "exception"):
        kept(call(name + "()", getattr(future, name)), name, how, what, f"{because}, {name}()")


def same(outcome, who, how, what):
    """Is this what ``result(…)`` or ``exception(…)``, whichever ``who`` is, has to do after this end?"""
    kept(outcome, "result" if "result" in who else "exception", how, what, f"{who} waited; {how} came, and it")


def kept(outcome, name, how, what, sentence):
    """The outcome of ``result()`` or ``exception()``: does it tell of this end?"""
    if how == "cancel":
        must_raise(CancelledError, outcome, sentence)
    elif how == "set_exception" and name == "result":
        must_raise(what, outcome, sentence)
    else:
        must_return(what if (how == "set_result") == (name == "result") else None, outcome, sentence)


def counted(seen, future, situation, **wanted):
    """Have just these callbacks run, so often, each with the future?  seen: pairs of a name and what the callback was given."""
    settle()
    for name in {**wanted, **{n: 0 for n, _ in seen}}:
        times, due = sum(n == name for n, _ in seen), wanted.get(name, 0)
        expect(times == due, f"{situation}: the callback “{name}” has run {times} times, not {due}")
    for name, got in seen:
        expect(got is future, f"the callback “{name}” is called with something else than the future: an object of type "
                              f"{type(got).__name__}")
