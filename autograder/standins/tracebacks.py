"""What ``import traceback`` gives: exceptions as text, with the program's own frames and no others."""

from __future__ import annotations

import sys
import traceback

from ..machine import machine
from .output import print_


def told(error, limit=None, chain=True):
    """The lines of ``traceback.format_exception``; only frames of the program's files."""
    if error is None:
        return ["NoneType: None\n"]
    files = machine().world.files
    whole = traceback.TracebackException.from_exception(error, limit=limit)
    todo, seen = [whole], set()
    while todo:
        part = todo.pop()
        if part is not None and id(part) not in seen:
            seen.add(id(part))
            part.stack[:] = [frame for frame in part.stack if frame.filename in files]
            todo += [part.__cause__, part.__context__, *(getattr(part, "exceptions", None) or ())]
    return list(whole.format(chain=chain))


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    return told(exc if value is None else value, limit, chain)


def format_exception_only(exc, /, value=None, **options):
    return traceback.format_exception_only(exc if value is None else value)


def format_exc(limit=None, chain=True):
    return "".join(told(sys.exc_info()[1], limit, chain))


def print_exc(limit=None, file=None, chain=True):
    print_(format_exc(limit, chain), end="", file=file)


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    print_("".join(format_exception(exc, value, tb, limit, chain)), end="", file=file)


def members():
    """The names of the stand-in for the module ``traceback``."""
    return {each.__name__: each for each in (format_exception, format_exception_only, format_exc, print_exc, print_exception)}
