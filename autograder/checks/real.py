"""Runs one real check in the sandboxed child: the learner's module on real threads and processes."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from . import registry


def run(job, progress):
    """The job ``real``: {"exercise", "check", "source"} -> {"data": what the check returned} or {"raised": sentence}.

    The module is written to the current (private) folder and imported from there, so that child processes can import it.
    """
    exercise = registry.find(job["exercise"])
    check = next(c for c in exercise.checks if c.name == job["check"])
    folder = Path.cwd()
    (folder / f"{exercise.name}.py").write_text(job["source"], encoding="utf-8")
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(folder))
    try:
        module = importlib.import_module(exercise.name)
        return {"data": check.function(module)}
    except Exception as error:
        text = f": {error}" if str(error) else ""
        return {"raised": f"on real threads, {type(error).__name__} is raised{text}"}
