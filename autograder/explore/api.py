"""``explore`` and ``replay`` for any program: a function that starts threads, joins them and asserts."""

from __future__ import annotations

import html
import inspect
import time
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from .explorer import MAX_SCHEDULES, SAMPLES, Explorer, judge_plain
from .program import Program
from .record import exception_line
from .report import clean, to_html, to_text, trace_of
from .schedule import Schedule, digest


class ExploreError(ValueError):
    """What was to be explored cannot be: no such file or function, or it does not parse."""


@dataclass
class Result:
    """What exploring a function found.

    verdict: ``proved`` (every interleaving was explored, none fails), ``not_found`` (none of those tried fails),
    ``failed`` (``schedule`` fails), ``error`` (it could not be explored).  kind: deadlock, race, lost_wakeup, livelock,
    exception, wrong_result, forbidden.  schedules, steps: how many were explored.  trace: the failing run as data.
    """

    verdict: str
    kind: str = ""
    message: str = ""
    schedules: int = 0
    steps: int = 0
    seconds: float = 0.0
    schedule: str = ""
    trace: dict | None = field(default=None, repr=False)
    function: str = ""

    @property
    def ok(self):
        return self.verdict in ("proved", "not_found")

    def headline(self):
        """The verdict in one sentence; nothing in it can move a cursor or change a colour."""
        return clean(self._headline())

    def _headline(self):
        name = f"{self.function}: " if self.function else ""
        if self.verdict == "proved":
            return f"{name}proved. All {self.schedules:,} interleavings that differ were explored, and none fails." \
                if self.schedules != 1 else f"{name}proved. All interleavings come to the same, and it does not fail."
        if self.verdict == "not_found":
            return f"{name}not found. None of {count(self.schedules)} fails; there are more than were tried."
        if self.verdict == "failed":
            return f"{name}failed ({self.kind.replace('_', ' ')}) after {count(self.schedules)}. {self.message}."
        return f"{name}cannot be explored. {self.message}"

    def __repr__(self):
        text = self.headline()
        if self.trace:
            text += "\n\n" + to_text(self.trace) + f"\n\nschedule: {self.schedule}"
        return text

    def _repr_html_(self):
        symbol = {"proved": "&#10003;", "not_found": "&#9711;", "failed": "&#10007;"}.get(self.verdict, "&#9888;")
        colour = {"proved": "#009E73", "not_found": "#0072B2", "failed": "#D55E00"}.get(self.verdict, "#CC79A7")
        out = (f'<div style="border-left:5px solid {colour};padding:0.3em 0.8em;margin:0.3em 0">'
               f'<p style="margin:0.2em 0"><strong>{symbol}</strong> {html.escape(self.headline())}</p>')
        if self.trace:
            out += to_html(self.trace)
            out += f"<p>Schedule: <code>{html.escape(self.schedule)}</code></p>"
        return out + "</div>"


def count(schedules):
    """``1 schedule`` or ``2,000 schedules``."""
    return f"{schedules:,} schedule" + ("" if schedules == 1 else "s")


def explore(function, *, args=(), fair=False, max_schedules=MAX_SCHEDULES, samples=SAMPLES, on_progress=None):
    """Explore every interleaving of ``function(*args)``.

    function: a function of an importable module, ``(path, name)`` or ``(Program, name)``.  fair: whether timed waits give up
    only when nothing else can run (else: at any moment).  max_schedules, samples: the budget of exhaustive and of random search, in
    schedules.  on_progress: called with (schedules, steps).  Returns a Result.  Raises ExploreError.
    """
    explorer, name = _explorer(function, args, fair, max_schedules, samples, on_progress)
    started = time.perf_counter()
    return _result(explorer.explore(), name, time.perf_counter() - started, explorer)


def replay(function, schedule, *, args=()):
    """Run one schedule again and record it.  Returns a Result; raises ScheduleError when it does not fit."""
    explorer, name = _explorer(function, args, False, 1, 0, None)
    parsed = Schedule.parse(schedule, explorer.program)
    started = time.perf_counter()
    return _result(explorer.replay(parsed), name, time.perf_counter() - started, explorer)


def _explorer(function, args, fair, max_schedules, samples, on_progress):
    if isinstance(function, tuple) and isinstance(function[0], Program):
        program, name = function
        path = program.filename
    else:
        path, name = _locate(function)
        program = load_program(path)
    files = (program.filename,)

    def body():
        module = program.load()
        found = getattr(module, name, None)
        if not callable(found):
            raise ExploreError(f"{Path(path).name} has no function {name}()")
        found(*args)

    explorer = Explorer(body, _judge, program=digest(program.source, name, repr(args)), fair=fair,
                        max_schedules=max_schedules, samples=samples, files=files, on_progress=on_progress)
    return explorer, name


def _judge(machine):
    if machine.failure is not None and isinstance(machine.failure[1], ExploreError):
        raise machine.failure[1]
    return judge_plain(machine)


def _locate(function):
    if isinstance(function, tuple):
        return str(function[0]), function[1]
    try:
        path = inspect.getsourcefile(function)
    except TypeError:
        path = None
    if path is None or not Path(path).is_file():
        raise ExploreError("only a function that stands in a file can be explored: each run executes the file afresh; "
                           "move it from the notebook into a module")
    if function.__qualname__ != function.__name__:
        raise ExploreError(f"{function.__qualname__} stands inside another function; explore one at module level")
    return path, function.__name__


def load_program(path):
    """The Program of a trusted source file.  Raises ExploreError."""
    path = Path(path)
    try:
        source = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ExploreError(f"{path.name} is not UTF-8 text (byte {error.start}): save it as UTF-8") from None
    except OSError as error:
        raise ExploreError(f"cannot read {path.name}: {error.strerror}") from None
    try:
        return _program(source, str(path), path.stem)
    except SyntaxError as error:
        raise ExploreError(f"{path.name} does not parse: line {error.lineno}: {error.msg}") from None


@lru_cache(maxsize=16)
def _program(source, filename, name):
    return Program(source, filename, name, trusted=True)


def _result(finding, name, seconds, explorer):
    message, kind = finding.message, finding.kind
    if finding.verdict == "failed":
        from .races import data_race
        race = data_race(finding.machine) if kind in ("wrong_result", "exception") else None
        line = exception_line(finding.error, explorer.files) if finding.error is not None else 0
        if line:
            message += f" (line {line})"
        if race:
            kind = "race" if kind == "wrong_result" else kind
            message += f"; {race}"
    verdict = "failed" if finding.verdict == "failed" else finding.verdict
    return Result(verdict, kind, message, finding.schedules, finding.steps, seconds,
                  str(finding.schedule or ""), trace_of(finding) if verdict == "failed" else None, name)
