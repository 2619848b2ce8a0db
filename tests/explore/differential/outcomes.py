"""All outcomes of a small program: those that the explorer finds on the machine, and those that really happen.

A program is source text with a function ``main()`` that returns something with a stable ``repr``: a number, a string, a list.
The outcome of a run is that ``repr``; or ``deadlock``; or, where ``main`` or a thread raises, the type and the message.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from autograder.explore.dpor import DPOR
from autograder.explore.program import Program
from autograder.machine import Deadlock, Machine, Restart

CHILD = Path(__file__).with_name("really.py")


def outcomes(source, name="main", *, fair=False, strategy=DPOR, limit=20_000):
    """(The set of outcomes of ``name()`` over all schedules of the machine, how many schedules that took).

    fair: the machine's clock.  limit: schedules after which the program is too large for a test (AssertionError).
    """
    program = Program(source, "differential.py", "differential", trusted=True)
    probing, sites = False, set()
    while True:                                     # again, with what the run before has learnt
        found, runs, search = set(), 0, strategy()
        try:
            while True:
                search.begin()
                machine = Machine(search, fair=fair, probing=probing, sites=sites, max_steps=1_000)
                returned = []
                machine.run(lambda: returned.append(getattr(program.load(), name)()))
                if not getattr(search, "redundant", False):
                    runs += 1
                    found.add(ending(machine, returned))
                assert runs < limit, "too large for a test"
                if not search.end(machine):
                    assert not getattr(search, "cut", False), "a schedule was left out: the program spins"
                    return found, runs
        except Restart as why:
            probing = probing or type(why) is not Restart


def ending(machine, returned):
    if machine.failure is None:
        return repr(returned[0])
    error = machine.failure[1]
    return "deadlock" if isinstance(error, Deadlock) else f"{type(error).__name__}: {error}"


def real_outcomes(programs, runs=150, seconds=300):
    """What really happened in ``runs`` runs of each of ``programs`` (name -> source): name -> {outcome: how often}.

    They run in a process of their own (really.py); RuntimeError when it does not end well within ``seconds``.
    """
    try:
        child = subprocess.run([sys.executable, "-P", CHILD], input=json.dumps([programs, runs, seconds]), text=True, check=False,
                               capture_output=True, timeout=seconds + 60)
    except subprocess.TimeoutExpired:
        raise RuntimeError("the real programs have not ended") from None
    if child.returncode:
        raise RuntimeError(f"the real programs ended with {child.returncode}:\n{child.stderr[-3000:]}")
    return json.loads(child.stdout)
