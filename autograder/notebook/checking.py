"""check(): run an exercise's checks on the cell last run, and show what came out.

The whole exercise is run once per source; every later call, for whichever of its checks, answers from that report.
Nothing is ever written to stderr (nbgrader gives 0 to a test cell that does), and nothing a learner's program does
raises an exception here. A fault of the grader itself does raise one: see `errors.GraderError`.
"""

import sys

from . import markup, plain
from . import report as rendering
from .errors import CheckStopped, GraderError
from .progress import progress
from .score import Score
from .session import session
from .status import Status, in_kernel
from .wording import GRADER_FAULT, clipped


def check(exercise, *names):
    """The score of the named checks of `exercise`, or of all of it: a number whose display is the report.

    `exercise` is `"chNN_topic/name"` or just `"name"`. Checks the source last run under `%%exercise` in this notebook.
    """
    from autograder.checks import registry

    try:
        found = registry.find(exercise)
    except registry.UnknownExercise as error:
        return _note(str(error), "failed")
    known = [each.name for each in found.checks]
    unknown = [name for name in names if name not in known and name != "loads"]
    if unknown:
        return _note(f"{found.name} has no check named {', '.join(map(repr, unknown))}. "
                     f"Its checks: {', '.join(known)}.", "failed")
    if session.source(found.id) is None:
        return _note(f"There is nothing to check yet. Run the cell that starts with `%%exercise {found.id}`, "
                     "then this one again.")
    report = session.report(found.id, lambda source: _run(found, source))
    return _score(report, names)


def _run(exercise, source):
    """Runs all the checks in the sandbox while a line shows how far they are. Returns the Report."""
    from autograder.sandbox import check_source

    try:
        with Status(exercise) as status:
            report = check_source(exercise.id, source, filename=f"{exercise.name}.py", on_progress=status.update)
    except KeyboardInterrupt:
        raise CheckStopped("Stopped. Nothing was scored. Run the cell again to check.") from None
    except Exception as error:
        said = f"{type(error).__name__}: {clipped(error)}"
        raise GraderError(f"The checks could not be run ({said}). {GRADER_FAULT}") from error
    if not _faults(report["checks"]):
        progress.record(report)
    return report


def _faults(checks):
    return [check for check in checks if check["outcome"] == "grader_error"]


def _score(report, names):
    """The points of the named checks, or of all, with the report; raises where the grader, not the learner, failed."""
    checks = [check for check in report["checks"] if not names or check["name"] in names]
    page, words = rendering.html(report, names), plain.text(report, names)
    if _faults(checks):
        _show(page, words)
        raise GraderError(f"The grader itself failed at {_faults(checks)[0]['name']!r}. {GRADER_FAULT}")
    if not in_kernel():
        _show(page, words)
    value = sum(min(check["points"], check["max_points"]) for check in checks)
    return Score(value, maximum=sum(check["max_points"] for check in checks), html=page, text=words)


def _note(sentence, state="skipped"):
    """A score of zero that says why."""
    if not in_kernel():
        _show("", sentence)
    return Score(0.0, html=markup.message(sentence, state), text=sentence)


def _show(page, words):
    """Puts a report in front of the reader: as HTML where there is a notebook, else as text."""
    if in_kernel():
        from IPython.display import display
        display({"text/html": page, "text/plain": words}, raw=True)
    else:
        print(words, file=sys.stdout)
