"""check_source: a learner's source in, a Report out (CONTRIBUTING.md). The parent never imports the source.

One sandbox runs the checks on the simulated machine; then every real run gets a sandbox of its own, because a hang in
one must not cost another, and what it sends back is judged here, from plain data.

What the jobs and the runner exchange:

    {"call": "check", "exercise", "source", "filename", and "source_error" where the bytes are no text}
        progress  {"begin": name} when a check starts, {"check": {...}} with each finished one, and in between
                  whatever is good to show, say {"schedules": 1200}
        result    {"checks": [check, ...], "real": [{"name"}, ...]}
    {"call": "real", "exercise", "check": name, "source", "filename", "method": start method, or ""}
        result    plain data; judged by `runner.judge_real(exercise_id, name, method, Outcome.as_dict()) -> check`
"""

import dataclasses
import io
import platform
import time
import tokenize

from autograder.sandbox import parent
from autograder.sandbox.limits import MIB, Limits

MAX_SOURCE = MIB  # bytes
CHECK = Limits(wall=30, cpu=12)
"""The simulated machine waits for nothing real: its clock is CPU time, which a busy machine does not shorten."""

REAL = Limits()
KINDS = {"timeout": "hang", "died": "exception", "output": "exception", "memory": "leak", "tampered": "tampered"}
"""Status of an Outcome -> kind of the check that was under way. "error" is no failure of the learner's."""


def check_source(exercise, source, *, filename="", on_progress=None, limits=None, sandbox=None):
    """Run every check of an exercise on `source` and return the Report.

    exercise: "chNN_topic/name", or "name". source: str, or bytes as read from the file.
    filename: what messages call the file; "name.py" when empty.
    on_progress: called with {"checks": how many are done, "name" and "label" of the one under way or ""}, and what else
    the runner says of it, such as "schedules".
    limits: of each sandbox, instead of CHECK and REAL. sandbox: see `parent.run`.
    Raises UnknownExercise. Whatever the source does is in the Report.
    """
    from autograder.checks import loading, registry

    started = time.monotonic()
    found = registry.find(exercise)
    filename = filename or f"{found.name}.py"
    text, error = decode(source, filename)
    job = {"exercise": found.id, "source": text, "filename": filename}
    table = _Table({loading.LOADS: (loading.LOADS, loading.LOADS_LABEL, 0.0),
                    **{check.name: (check.name, check.label, check.points) for check in found.checks}}, on_progress)
    extra = {"source_error": error} if error else {}
    outcome = parent.run({"call": "check", **job, **extra}, limits or CHECK, table.progress, sandbox=sandbox)
    if outcome.status == "ok":
        for check in outcome.result["checks"]:
            table.take(check)
        for real in outcome.result.get("real", ()):
            table.real(job, real, lambda job, on_progress: parent.run(job, limits or REAL, on_progress, sandbox=sandbox))
    else:
        table.end(outcome)
    checks = table.checks()
    return {
        "exercise": found.id,
        "score": float(sum(check["points"] for check in checks)),
        "max_score": float(sum(check["max_points"] for check in checks)),
        "seconds": time.monotonic() - started,
        "python": platform.python_version(),
        "checks": checks,
        "sandbox": outcome.sandbox,
    }


def decode(source, filename="the file"):
    """(text, error) of a module: text is "" where there is an error, and the error "" where there is a text.

    source: str, or bytes with a byte-order mark or a PEP 263 cookie or neither (UTF-8).
    """
    size = len(source) if isinstance(source, bytes) else len(source.encode("utf-8", "surrogatepass"))
    if size > MAX_SOURCE:
        return "", f"{filename} has {size:,} bytes; a solution has at most {MAX_SOURCE:,}. Take out what is not code."
    if isinstance(source, str):
        return source, ""
    try:
        encoding, unknown = tokenize.detect_encoding(io.BytesIO(source).readline)[0], ""
    except SyntaxError as error:  # its first two lines are no UTF-8, or the cookie names no encoding
        encoding, unknown = "utf-8", f"{filename}: {error.msg}. Take that line out and save the file as UTF-8."
    try:
        text = source.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        where = ""
        if isinstance(error, UnicodeDecodeError):
            where = f" (line {source.count(10, 0, error.start) + 1} has the byte 0x{source[error.start]:02x})"
        return "", f"{filename} is not text in UTF-8{where}. Save it as UTF-8 in your editor."
    return ("", unknown) if unknown else (text, "")


class _Table:
    """The checks of one exercise as they come in; what never came is made up in the end."""

    def __init__(self, expected, on_progress):
        """expected: {name: (name, label, points)} of all checks, in order."""
        self._expected = expected
        self._done = {}
        self._under_way = None
        self._end = None
        self._on_progress = on_progress

    def progress(self, message):
        """Take a progress message of the child, and pass it on."""
        if "begin" in message:
            self._under_way = message["begin"]
        if "check" in message:
            self.take(message["check"])
        if self._on_progress:
            now = self._expected.get(self._under_way, ("", "", 0))
            shown = {key: value for key, value in message.items() if key not in ("begin", "check")}
            self._on_progress({**shown, "checks": len(self._done), "name": now[0], "label": now[1]})

    def take(self, check):
        """A check that is finished, or has been run again for real: the later one counts."""
        self._done[check["name"]] = check
        if check["name"] == self._under_way:
            self._under_way = None

    def real(self, job, real, run):
        """Run a check for real, once under each start method, until it fails.  run: gives the Outcome of a job; calls what it
        is given with what the job says meanwhile."""
        from autograder.checks import runner

        name = real["name"]
        self.progress({"begin": name})
        for method in real["methods"]:
            said = {}
            outcome = run({"call": "real", **job, "check": name, "method": method}, said.update)
            if "hang" in said:
                outcome = dataclasses.replace(outcome, status="timeout", message=said["hang"])
            if outcome.status == "error":
                self._done[name] = _made_up(self._expected[name], outcome, True)    # our fault
                return
            check = runner.judge_real(job["exercise"], name, method, outcome.as_dict())
            if check["outcome"] != "passed":
                break
        else:
            if real["methods"] != [""]:
                check["message"] = f"ran in real processes, started by {', '.join(real['methods'])}"
        self.progress({"check": check})

    def end(self, outcome):
        """The sandbox ended without a result: note it for the check that was under way, or the next one."""
        self._end = outcome

    def checks(self):
        """All checks of the exercise in its order; any it does not know of come last."""
        names = [name for name in self._expected if name not in self._done]
        guilty = self._under_way if self._under_way in names else names[0] if names else None
        if self._end and self._end.status == "tampered":
            # Nothing that came over that channel is believed, and no check keeps points.
            return [_made_up(check, self._end, True) for check in self._expected.values()]
        made_up = {name: _made_up(self._expected[name], self._end, name == guilty) for name in names}
        every = {**self._done, **made_up}
        return [every.pop(name) for name in self._expected] + list(every.values())


def _made_up(expected, end, guilty):
    """The dict of a check that has none, because the sandbox ended like `end` (an Outcome, or None)."""
    name, label, points = expected
    outcome, kind, message = "skipped", "", "Not run, because the run ended before it."
    if end is None or end.status == "error":
        outcome, message = "grader_error", end.message if end else "The grader has no result for this check."
    elif guilty:
        outcome, kind, message = "failed", KINDS[end.status], end.message
    return {
        "name": name, "label": label, "points": 0.0, "max_points": float(points), "outcome": outcome,
        "verdict": outcome, "kind": kind, "message": message, "schedules": 0, "schedule": "",
        "promise": "", "look": "", "trace": None,
    }
