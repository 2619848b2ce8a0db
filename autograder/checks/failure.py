"""Saying that the contract is broken, and how a call of the learner's is made so that its exceptions say so too."""

from __future__ import annotations

from ..machine import machine


class Failure(Exception):
    """The contract is broken.  message: what happened.  kind: as in a Report.  look: what to look at next."""

    def __init__(self, message, kind="wrong_result", look=""):
        super().__init__(message)
        self.kind = kind
        self.look = look


class Reached(Failure):
    """A scenario has come to where ``explore.possible`` wants it: no failure at all."""


def expect(condition, message, kind="wrong_result", look=""):
    """Failure with ``message`` unless ``condition`` holds."""
    if not condition:
        raise Failure(message, kind, look)


def fail(message, kind="wrong_result", look=""):
    """End the run with a Failure, in whatever thread or process: no ``except`` of the module's can catch it."""
    machine().give_up(Failure(message, kind, look))


def expect_raises(error, function, *args, what):
    """Failure unless ``function(*args)`` raises ``error``; ``what`` says the call in words."""
    try:
        function(*args)
    except error:
        return
    except NotImplementedError as raised:
        raise unexpected(raised, what) from None
    except Exception as raised:
        raise Failure(f"{what} raises {type(raised).__name__}, not {error.__name__}", "exception") from raised
    raise Failure(f"{what} raises nothing; it must raise {error.__name__}")


def attempt(what, function, *args, **kwargs):
    """Call the learner's function in the main task; an exception that it raises is a Failure that says so."""
    try:
        return function(*args, **kwargs)
    except Exception as raised:
        raise unexpected(raised, what) from raised


def unexpected(error, who):
    """The Failure for an exception that no contract allows."""
    if isinstance(error, Failure):
        return error
    if isinstance(error, NotImplementedError):
        failure = Failure(f"{who} is not written yet: it raises NotImplementedError", "exception",
                          "Replace `raise NotImplementedError` by your own code, run the cell, and check again.")
    else:
        text = f": {error}" if str(error) else ""
        failure = Failure(f"{who} raises {type(error).__name__}{text}", "exception")
    failure.__cause__ = error
    return failure
