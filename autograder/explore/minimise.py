"""Makes a failing schedule easier to read: the same kind of failure with fewer context switches.

Delta debugging (Zeller and Hildebrandt 2002) over the runs of one task: a run is moved up to the last run of the same
task, or taken out; what still fails the same way with fewer switches is kept.

A livelock is shown as a beginning and a circle: after a few runs the tasks take turns, each a few steps.
"""

from __future__ import annotations

from .lockstep import Turns
from .schedule import Follow

ATTEMPTS = 300      # runs that minimising may take
STEPS = 60_000      # steps of those runs together
BEGINNING = 4       # runs of one task before the circle of a livelock, at most
TURNS = 3           # steps of one task in the circle, at most


def minimise(explorer, choices, kind):
    """The choices of a run of the same failure kind with as few switches as could be found.

    Deterministic.  Returns ``choices`` themselves when nothing smaller fails.
    """
    if kind == "livelock" and len(choices) > explorer.max_steps:
        return _circle(explorer, tuple(choices))
    best = tuple(choices)
    attempts = 0
    limit = min(ATTEMPTS, STEPS // (len(choices) + 1))
    tried = set()
    improved = True
    while improved and attempts < limit:
        improved = False
        for candidate in _candidates(best):
            if candidate in tried:
                continue
            tried.add(candidate)
            attempts += 1
            if attempts > limit:
                break
            made, outcome = explorer.attempt(Follow(candidate))
            if outcome.kind == kind and _cost(made) < _cost(best):
                best = made
                improved = True
                break
    return best


def _circle(explorer, choices):
    """The choices of a livelock that begins like ``choices`` and then goes in a circle as small as can be."""
    runs = _runs(choices)[:BEGINNING]
    for length in range(len(runs) + 1):
        for turn in range(1, TURNS + 1):
            made, outcome = explorer.attempt(Turns(_expand(runs[:length]), turn))
            if outcome.kind == "livelock":
                return made
    return choices


def _cost(choices):
    return switches(choices), len(choices)


def switches(choices):
    """How often the task changes."""
    return sum(1 for a, b in zip(choices, choices[1:]) if a != b)


def _runs(choices):
    runs = []
    for choice in choices:
        if runs and runs[-1][0] == choice:
            runs[-1][1] += 1
        else:
            runs.append([choice, 1])
    return runs


def _expand(runs):
    return tuple(c for choice, count in runs for c in [choice] * count)


def _candidates(choices):
    runs = _runs(choices)
    for cut in range(1, len(runs)):                     # keep a beginning, let the rest run as it will
        yield _expand(runs[:cut])
    for i in range(len(runs)):                          # join a run with an earlier or later one of the same task
        for j in range(i + 1, len(runs)):
            if runs[j][0] == runs[i][0]:
                joined = [list(r) for r in runs]
                joined[i][1] += joined[j][1]
                del joined[j]
                yield _expand(joined)
                joined = [list(r) for r in runs]
                joined[j][1] += joined[i][1]
                del joined[i]
                yield _expand(joined)
                break
    for i in range(len(runs)):                          # leave a run out
        yield _expand(runs[:i] + runs[i + 1:])
