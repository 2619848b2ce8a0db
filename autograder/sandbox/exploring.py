"""explore_file and replay_file: any program under the explorer, in a sandbox.

    {"call": "explore", "path", "source", "function", "schedule": only to replay, and the options of the explorer}
        progress  {"schedules", "steps"}
        result    {"verdict", "kind", "message", "schedules", "steps", "seconds", "schedule"} and "trace"

The program sees its own file and those beside it that it imports; these are explored with it.
"""

import os

from autograder.explore.siblings import all_siblings
from autograder.sandbox import parent
from autograder.sandbox.checking import KINDS, decode
from autograder.sandbox.limits import Limits

LIMITS = Limits(wall=120, cpu=110)  # any program, with as many schedules as its user asks for


def explore_file(path, function="main", *, max_schedules=None, limits=LIMITS, on_progress=None, sandbox=None,
                 **options):
    """Explore the interleavings of `function()` of the module at `path`; return the result as plain data.

    max_schedules: the explorer's default when None. options: more keywords for the explorer, plain data.
    limits, on_progress, sandbox: see `parent.run`.
    Raises OSError where the file cannot be read. What the program does is in the result; "error" is its verdict
    where the exploration could not be finished.
    """
    if max_schedules is not None:
        options["max_schedules"] = max_schedules
    return _run(path, function, options, limits, on_progress, sandbox)


def replay_file(path, schedule, function="main", *, limits=LIMITS, sandbox=None, **options):
    """Run one schedule (the string of a result) of `function()` of the module at `path` again; the same result."""
    return _run(path, function, {**options, "schedule": schedule}, limits, None, sandbox)


def replay_check(exercise, source, schedule, *, filename="", limits=LIMITS, sandbox=None):
    """Run one schedule (the string in a Report) of the check of `exercise` that it belongs to; a result as above.

    source: str or bytes of the module that was checked.
    """
    text, error = decode(source, filename or "the file")
    if error:
        return _result("error", "syntax", error, 0.0)
    job = {"call": "replay_check", "exercise": exercise, "source": text, "filename": filename, "schedule": schedule}
    outcome = parent.run(job, limits, sandbox=sandbox)
    if outcome.status == "ok":
        return outcome.result
    return _result("error", KINDS.get(outcome.status, ""), outcome.message, outcome.seconds)


def _run(path, function, options, limits, on_progress, sandbox):
    path = os.path.abspath(path)
    with open(path, "rb") as file:
        text, error = decode(file.read(), os.path.basename(path))
    if error:
        return _result("error", "syntax", error, 0.0)
    job = {"call": "explore", "path": path, "source": text, "function": function, **options}
    outcome = parent.run(job, limits, on_progress, read=[path, *map(str, all_siblings(path))], sandbox=sandbox)
    if outcome.status == "ok":
        return outcome.result
    # An end by itself is the program's failure. To be stopped at a limit proves nothing about it: "error".
    verdict = "failed" if outcome.status == "died" and outcome.exitcode is not None else "error"
    return _result(verdict, KINDS.get(outcome.status, ""), outcome.message, outcome.seconds)


def _result(verdict, kind, message, seconds):
    return {"verdict": verdict, "kind": kind, "message": message, "schedules": 0, "steps": 0, "seconds": seconds,
            "schedule": "", "trace": None}
