"""Finds exercises: a spec ``checks/chNN_topic/EXERCISE.py`` is one, and nothing else lists them."""

from __future__ import annotations

import difflib
import importlib
import re
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent


class UnknownExercise(ValueError):
    """No such exercise; the text names near misses and can be shown as it is."""


def exercises():
    """The ids of all exercises, ``chNN_topic/name``, in order."""
    return sorted(f"{p.parent.name}/{p.stem}" for p in HERE.glob("ch[0-9][0-9]_*/*.py") if not p.stem.startswith("_"))


def find(name):
    """The Exercise called ``name``: its id, or the part after the slash.  Raises UnknownExercise."""
    known = exercises()
    found = [i for i in known if i == name or i.partition("/")[2] == name]
    if len(found) == 1:
        return load(found[0])
    if found:
        raise UnknownExercise(f"{name!r} is the name of several exercises: {', '.join(found)}")
    short = {i.partition("/")[2]: i for i in known}
    near = difflib.get_close_matches(str(name), [*known, *short], n=3, cutoff=0.4)
    near = sorted({short.get(n, n) for n in near})
    raise UnknownExercise(f"there is no exercise {name!r}; " +
                          (f"did you mean {' or '.join(near)}?" if near else f"there are: {', '.join(known)}"))


def spec_path(exercise_id):
    """The file of an exercise's spec."""
    if not re.fullmatch(r"ch\d\d_\w+/\w+", exercise_id):
        raise UnknownExercise(f"{exercise_id!r} is not the id of an exercise (chNN_topic/name)")
    return HERE / f"{exercise_id}.py"


@lru_cache(maxsize=None)
def load(exercise_id):
    """The Exercise of a spec, executed as an ordinary module: for names, labels, points, hints and judges."""
    spec_path(exercise_id)
    module = importlib.import_module(f".{exercise_id.replace('/', '.')}", __package__)
    return complete(module, exercise_id)


def complete(module, exercise_id):
    """Fill in the Exercise of an executed spec module."""
    exercise = module.EXERCISE
    exercise.id = exercise_id
    exercise.chapter, _, exercise.name = exercise_id.partition("/")
    exercise.checks = [value.check for value in vars(module).values() if hasattr(value, "check")]
    return exercise
