"""How a call of the learner's ended, as a pair that can be kept, compared and told: ("returned", value) or ("raised", error).

For scenarios in which both may be right, or that have to look at a call's end later than it comes.
"""

from __future__ import annotations

from .failure import expect, unexpected

__all__ = ["ODD_VALUES", "call", "kind_of", "must_raise", "must_return", "raises", "returns", "told"]

ODD_VALUES = (None, 0, False, "", 7, [1], ValueError("a value, not an error"))      # taken for something else by bad code


def call(what, function, *args, **kwargs):
    """The outcome of ``function(*args, **kwargs)``.  What is not written yet is a Failure at once.  what: the call in words."""
    try:
        return "returned", function(*args, **kwargs)
    except NotImplementedError as error:
        raise unexpected(error, what) from error
    except Exception as error:
        return "raised", error


def kind_of(outcome):
    """The kind of the Failure when this outcome is wrong."""
    return "exception" if outcome[0] == "raised" else "wrong_result"


def told(outcome):
    """The outcome in words: "returned 3", "raised KeyError: 'k'"."""
    how, what = outcome
    if how == "returned":
        return f"returned {what!r}"
    if isinstance(what, ExceptionGroup):
        return f"raised ExceptionGroup of {', '.join(type(e).__name__ for e in what.exceptions)}"
    return f"raised {type(what).__name__}" + (f": {what}" if str(what) else "")


def must_return(value, outcome, who):
    """Failure unless the outcome is this very object, returned.  who: the sentence's beginning, up to the verb."""
    expect(outcome[0] == "returned" and outcome[1] is value, f"{who} {told(outcome)}; it must return {value!r}", kind_of(outcome))


def must_raise(error, outcome, who):
    """Failure unless the outcome is an error of this class, or this very error, raised."""
    right = outcome[0] == "raised" and (isinstance(outcome[1], error) if isinstance(error, type) else outcome[1] is error)
    wanted = error.__name__ if isinstance(error, type) else repr(error)
    expect(right, f"{who} {told(outcome)}; it must raise {wanted}")


def returns(value, what, function, *args, because="", **kwargs):
    """The call must return this very object.  because: how it came to the call, with what joins it to ``what``."""
    must_return(value, call(what, function, *args, **kwargs), because + what)


def raises(error, what, function, *args, because="", **kwargs):
    """The call must raise an error of this class, or this very error."""
    must_raise(error, call(what, function, *args, **kwargs), because + what)
