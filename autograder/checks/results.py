"""How a run of a check ended, and the entry that it gets in a Report."""

from __future__ import annotations

from ..explore.explorer import Outcome, judge_plain
from ..explore.leaks import leftovers
from ..explore.record import exception_line
from .failure import Failure, Reached, unexpected


def judge(machine):
    """As judge_plain; a Failure of the scenario keeps its own kind, and a learner's exception is told as one."""
    if machine.refused or machine.failure is None:
        return judge_plain(machine)
    task, error = machine.failure
    if task is not None and task.id == 0 and isinstance(error, Exception) and not isinstance(error, Failure) \
            and judge_plain(machine).kind == "exception":
        error = unexpected(error, "the call")
    if isinstance(error, Failure):
        return Outcome(error.kind, str(error), error, plain=isinstance(error, Reached))
    return judge_plain(machine)


def judge_leftovers(machine):
    """As ``judge``; threads, processes and shared memory that are left are a failure too, told where there is no other."""
    outcome = judge(machine)
    left = "" if outcome.kind else leftovers(machine)
    return Outcome("leak", f"the call returns {left}", None, minor=True) if left else outcome


def with_line(finding, program):
    """The message of a finding, with the line of the learner's module that raised, if one did."""
    line = exception_line(finding.error, (program.filename,)) if finding.error is not None else 0
    return finding.message + (f" (line {line})" if line and "(line " not in finding.message else "")


def skipped(check, because):
    """The result of a check whose premise failed."""
    return result(check.name, check.label, check.points, "skipped", "skipped",
                  message=f"Not run: “{because}” must pass first.", promise=check.promise)


def result(name, label, points, outcome, verdict, *, kind="", message="", schedules=0, schedule="", promise="", look="",
           trace=None):
    """One entry of a Report's ``checks``."""
    return {"name": name, "label": label, "points": float(points) if outcome == "passed" else 0.0,
            "max_points": float(points), "outcome": outcome, "verdict": verdict, "kind": kind, "message": message,
            "schedules": schedules, "schedule": schedule, "promise": promise, "look": look, "trace": trace}


def sentence(text):
    if text.split(" ")[0].isalpha():        # not a name of the program's
        text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text + "."
