"""Runs the same calls on a real library and on its stand-in, in one thread, and compares what each call gives.

    same({"threading": threading}, ["lock = threading.Lock()", "lock.acquire(False)", "lock.release(1)"])

Each line is an expression or a statement.  What it gives: its value, in a form that does not depend on addresses; or the type
and the message of its exception.  A line must not block for ever: use a timeout, or ask first.
"""

from __future__ import annotations

import itertools
import re
import threading

from autograder.machine import Machine
from autograder.standins.world import World

ADDRESS = re.compile(r"0x[0-9a-f]+")
IDENT = re.compile(r"(started|stopped|daemon|owner=) ?[1-9]\d+")
UNSPOKEN = (TypeError, AttributeError)      # written in C for the real ones: only the type is compared


class First:
    """The strategy that lets whoever comes first go on."""

    def choose(self, machine, enabled):
        return enabled[0]


def same(modules, lines, spoken=()):
    """AssertionError at the first line that gives something else on the stand-ins; it shows the first line and those before.

    modules: name -> real module; each has a stand-in.  spoken: lines whose messages are compared even if they are a TypeError
    or an AttributeError.
    """
    expected = real(modules, lines, spoken)
    found = simulated(modules, lines, spoken)
    for number, (one, other) in enumerate(zip(expected, found, strict=True)):
        script = "\n    ".join(lines[:1] + lines[max(1, number - 9):number + 1])
        assert one == other, f"after\n    {script}\nthe real one gives {one}, the stand-in {other}"


def real(modules, lines, spoken=()):
    before = threading._counter, threading.excepthook
    threading._counter, threading.excepthook = itertools.count(1).__next__, threading.__excepthook__     # names of threads from 1
    try:
        return transcript(dict(modules), lines, spoken)
    finally:
        threading._counter, threading.excepthook = before


def simulated(modules, lines, spoken=()):
    world = World(trusted=True)
    while True:
        found = []
        machine = Machine(First(), fair=True, probing=True)

        def body():
            machine.world = world
            found.extend(transcript({name: world.run_module(name) for name in modules}, lines, spoken))
        machine.run(body)
        if machine.failure is not None:
            raise machine.failure[1]
        return found


def transcript(namespace, lines, spoken):
    found = []
    for line in lines:
        try:
            try:
                code = compile(line, "<line>", "eval")
            except SyntaxError:
                code = compile(line, "<line>", "exec")
            found.append(form(eval(code, namespace)))
        except Exception as error:
            message = "" if isinstance(error, UNSPOKEN) and line not in spoken else str(error)
            found.append((type(error).__name__, message))
    return found


def form(value):
    """What of a value is compared."""
    if type(value) in (list, tuple):
        return [form(item) for item in value]
    if value is None or type(value) in (bool, int, float):
        return value
    return IDENT.sub(r"\1 N", ADDRESS.sub("0x", value if type(value) is str else repr(value)))
