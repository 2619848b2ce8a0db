"""``explore`` and ``replay`` for any program: a function that starts threads, joins them and asserts."""

from __future__ import annotations

import inspect
import time
from functools import lru_cache
from pathlib import Path

from .explorer import MAX_SCHEDULES, SAMPLES, Explorer, Outcome, judge_plain
from .leaks import leak, note_return
from .program import Program
from .record import exception_line
from .report import trace_of
from .result import Result
from .schedule import Schedule, digest
from .together import ExploreError, Together


def explore(function, *, args=(), fair=False, max_schedules=MAX_SCHEDULES, bounded=None, samples=SAMPLES, leaks=True,
            on_progress=None):
    """Explore every interleaving of ``function(*args)``.

    function: a function of an importable module, ``(path, name)`` or ``(Program, name)``.  fair: whether timed waits give up
    only when nothing else can run (else: at any moment).  max_schedules, bounded, samples: the budgets of exhaustive search, of
    that with few preemptions and of random search, in schedules; bounded=None: 4 * samples, max_schedules at most.  leaks:
    whether a thread, process or lock that is left behind is a failure; where there is any other failure, that one is told.
    on_progress: called with (schedules, steps).  Returns a Result.  Raises ExploreError.
    """
    explorer, name = _explorer(function, args, fair=fair, max_schedules=max_schedules, bounded=bounded, samples=samples,
                               on_progress=on_progress, leaks=leaks)
    started = time.perf_counter()
    return _result(explorer.explore(), name, time.perf_counter() - started, explorer)


def replay(function, schedule, *, args=(), inside=None, leaks=True):
    """Run one schedule again and record it.  inside: as for the ``may_happen`` that found it.  leaks: as for ``explore``.

    Returns a Result; raises ScheduleError when it does not fit.
    """
    explorer, name = _explorer(function, args, inside, leaks=leaks)
    parsed = Schedule.parse(schedule, explorer.program)
    started = time.perf_counter()
    return _result(explorer.replay(parsed), name, time.perf_counter() - started, explorer)


def may_happen(function, inside, *, args=(), fair=False, max_schedules=MAX_SCHEDULES, bounded=None, samples=SAMPLES,
               on_progress=None):
    """Can two calls ever be inside together, in any interleaving of ``function(*args)``?

    inside: two functions of the program by name, ``"function"`` or ``"Class.method"``; twice the same one for two calls of it.
    A call is inside from its beginning to its end, also while it waits: to ask about work done under a lock, name the function
    that does it.  An exception ends its task only.  The rest as for ``explore``.

    Returns a Result: ``proved`` (never), ``not_found`` (in none of those tried) or ``failed`` with kind ``overlap`` (in
    ``schedule`` they are).  Raises ExploreError, also where one of the two is never called: nothing is known then.
    """
    explorer, name = _explorer(function, args, inside, fair=fair, max_schedules=max_schedules, bounded=bounded, samples=samples,
                               on_progress=on_progress)
    started = time.perf_counter()
    finding = explorer.explore()
    if explorer.never_called and finding.verdict in ("proved", "not_found"):
        raise ExploreError(f"{name}() never calls {explorer.never_called[0]}(), so nothing is known about it")
    return _result(finding, name, time.perf_counter() - started, explorer, explorer.question)


def _explorer(function, args, inside=None, leaks=False, **options):
    """(Explorer, name of the function).  inside: two calls that are watched (see together.py)."""
    if isinstance(function, tuple) and isinstance(function[0], Program):
        program, name = function
        path = program.filename
    else:
        path, name = _locate(function)
        program = load_program(path)

    def body(module):
        found = getattr(module, name, None)
        check_callable(found, name, args, Path(path).name)
        found(*args)
        note_return()

    options |= {"files": program.world.files, "program": digest(program.source, name, repr(args), *map(str, inside or ()))}
    if inside is not None:
        return Together(program, body, inside, **options), name
    return Explorer(lambda: body(program.load()), _judge_leaks if leaks else _judge, **options), name


def check_callable(found, name, args, file):
    """Raise ExploreError when ``found(*args)`` would not run a function called ``name``."""
    if not callable(found):
        raise ExploreError(f"{file} has no function {name}(): name another one with --function")
    if inspect.iscoroutinefunction(found) or inspect.isasyncgenfunction(found) or inspect.isgeneratorfunction(found):
        raise ExploreError(f"{name}() is a coroutine or a generator: calling it runs nothing; write a plain function that starts threads or "
                           "processes")
    try:
        inspect.signature(found).bind(*args)
    except TypeError as error:
        raise ExploreError(f"{name}() cannot be called with {'these' if args else 'no'} arguments: {error}; "
                           "write a function without arguments that calls it") from None
    except ValueError:
        pass                                # no signature to look at


def _judge(machine):
    error = machine.tasks[0].error if machine.tasks else None
    if isinstance(error, ExploreError):
        raise error
    if isinstance(error, ModuleNotFoundError):
        raise ExploreError(f"the program needs {error.name}, which is not installed here: install it into this Python, or put {error.name}.py "
                           "beside the program")
    return judge_plain(machine)


def _judge_leaks(machine):
    outcome = _judge(machine)
    left = "" if outcome.kind else leak(machine)
    return Outcome("leak", left, None, minor=True) if left else outcome


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
        raise ExploreError(f"{Path(error.filename or path).name} does not parse: line {error.lineno}: {error.msg}") from None


@lru_cache(maxsize=16)
def _program(source, filename, name):
    return Program(source, filename, name, trusted=True)


def _result(finding, name, seconds, explorer, question=""):
    message, kind = finding.message, finding.kind
    if finding.verdict == "failed":
        from .races import data_race
        race = data_race(finding.machine) if kind in ("wrong_result", "exception") else None
        line = exception_line(finding.error, explorer.files) if finding.error is not None else 0
        if line and kind != "forbidden":
            message += f" (line {line})"
        if race:
            kind = "race" if kind == "wrong_result" else kind
            message += f"; {race}"
    verdict = "failed" if finding.verdict == "failed" else finding.verdict
    return Result(verdict, kind, message, finding.schedules, finding.steps, seconds,
                  str(finding.schedule or ""), trace_of(finding) if verdict == "failed" else None, name, finding.bound, question)
