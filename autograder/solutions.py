"""`course check --all-solutions`: the reference solution of every exercise, checked one after the other."""
import time
from pathlib import Path

from autograder import sources
from autograder.checks import registry


def check_all(root: Path, on_progress=None):
    """Yield a Report for each exercise that the registry knows, in order.

    root: the folder of the course.  on_progress: called with a text.  Raises: sources.Refused, where a solution is missing or has
    no exercise cell.
    """
    from autograder import sandbox

    names = registry.exercises()
    started = time.monotonic()
    for number, name in enumerate(names):
        if on_progress:
            left = (time.monotonic() - started) / number * (len(names) - number) if number else 0
            on_progress(f"{number + 1} of {len(names)}, {name}" + (f", about {left:.0f} s left" if number else ""))
        path = root / "solutions" / f"{name}.ipynb"
        try:
            source, called = sources.source_of(path, name)
        except sources.NoCell as problem:
            raise sources.Refused(str(problem)) from None
        yield sandbox.check_source(name, source, filename=called)
