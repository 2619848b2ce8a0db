"""Runs the checks of one exercise on one module, in the sandboxed child; judges real runs, in the parent."""

from __future__ import annotations

import ast
import inspect
import types

from ..explore.explorer import Explorer, Outcome, exception_line, judge_plain
from ..explore.program import Program
from ..explore.races import data_race
from ..explore.report import trace_of
from ..explore.schedule import digest
from ..instrument import HELPERS, instrument
from . import registry, rules
from .spec import Failure, attempt, unexpected

MAX_SCHEDULES = 4_000       # of one scenario, before random search takes over
MAX_STEPS = 3_000           # of one schedule
MAX_TOTAL_STEPS = 250_000   # of one scenario
SAMPLES = 500               # random schedules where not all could be explored
SPINNING = 100, 50          # the budget of schedules for a module that has been shown to poll

LOADS = "loads"
LOADS_LABEL = "The module can be loaded, and offers what the contract names."
LOADS_PROMISE = "One module with the names and signatures of the contract, in plain Python with the standard library."


def run(job, progress):
    """The job ``check``: {"exercise", "source", "filename", "source_error"?} -> {"checks": […], "real": [{"name"}]}.

    progress is called with {"begin": name} and {"check": dict} for each check, and with {"schedules": n} now and then.
    """
    exercise = registry.find(job["exercise"])
    spec = load_spec(exercise.id)
    results = {}
    progress({"begin": LOADS})
    program, results[LOADS] = load(exercise, job)
    progress({"check": results[LOADS]})
    real = []
    for check in spec.checks:
        missing = [n for n in (LOADS, *check.after) if n in results and results[n]["outcome"] != "passed"]
        if missing:
            result = skipped(check, missing[0])
        elif check.real:
            real.append({"name": check.name})
            continue
        else:
            progress({"begin": check.name})
            result = explore_check(check, program, lambda n, steps: progress({"schedules": n}))
        results[check.name] = result
        progress({"check": result})
    return {"checks": list(results.values()), "real": real}


def load_spec(exercise_id):
    """The Exercise of a spec whose functions are rewritten, so that its scenarios are explored too."""
    path = registry.spec_path(exercise_id)
    tree = instrument(ast.parse(path.read_text(encoding="utf-8"), str(path)))
    module = types.ModuleType(f"{__package__}.{exercise_id.replace('/', '.')}")
    module.__dict__.update(HELPERS)
    module.__package__ = f"{__package__}.{exercise_id.partition('/')[0]}"
    exec(compile(tree, str(path), "exec"), module.__dict__)
    return registry.complete(module, exercise_id)


# -- loading -------------------------------------------------------------------------------------------------------

def load(exercise, job):
    """(Program or None, the result of the built-in check ``loads``)."""
    if job.get("source_error"):
        return None, loads(job["source_error"], "syntax")
    source = job["source"]
    try:
        tree = ast.parse(source, job["filename"])
        program = Program(source, job["filename"], exercise.name, forbids=exercise.forbids)
    except SyntaxError as error:
        where = f"Line {error.lineno}: " if error.lineno else ""
        return None, loads(f"{where}{error.msg}. Python cannot read the module.", "syntax",
                           "Look at that line and the one above it: a bracket, a quote, a colon, the indentation.")
    except (ValueError, RecursionError, MemoryError):
        return None, loads("The module is nested too deeply, or holds null bytes: Python cannot read it.", "syntax")
    rule = rules.broken_rule(tree, program.world)
    if rule:
        return None, loads(f"Line {rule[1]}: {rule[0]}.", "forbidden", "Take that line out.")
    return program, _load_and_look(exercise, program)


def _load_and_look(exercise, program):
    def body():
        module = attempt("loading the module", program.load)
        problem = missing(module, exercise.provides)
        if problem:
            raise Failure(problem, "interface", "Keep the names and the signatures of the stub.")

    explorer = Explorer(body, judge, program="", max_schedules=1, max_steps=MAX_STEPS, samples=0, files=(program.filename,),
                        name="the module")
    finding = explorer.explore()
    if finding.verdict == "error":
        return result(LOADS, LOADS_LABEL, 0, "grader_error", "grader_error", message=finding.message)
    if finding.verdict == "failed":
        message = with_line(finding, program)
        if finding.kind in ("deadlock", "lost_wakeup", "livelock"):
            message = f"the module never finishes loading: {message}"
        return loads(_sentence(message), finding.kind, getattr(finding.error, "look", "") or
                     "The module's own code runs when it is loaded: it should only define things.")
    return result(LOADS, LOADS_LABEL, 0, "passed", "passed", promise=LOADS_PROMISE)


def loads(message, kind, look=""):
    """The failed built-in check."""
    return result(LOADS, LOADS_LABEL, 0, "failed", "failed", kind=kind, message=message, promise=LOADS_PROMISE, look=look)


def missing(module, provides):
    """What is wrong with the names that the contract asks for, or "" if nothing is.

    provides: calls as text.  "Class(1)" must be callable so, and is called; ".method(a, b=1)" is then asked of what it gave.
    """
    instance, last = None, ""
    for text in provides:
        name, call = text.partition("(")[0], ast.parse(text.lstrip("."), mode="eval").body
        if name.startswith("."):
            if instance is None:
                continue
            name = name[1:]
            found = getattr(type(instance) if name.startswith("__") else instance, name, None)
            arguments = [None] * (len(call.args) + name.startswith("__"))
            name = f"{last}.{name}"
        else:
            found = getattr(module, name, None)
            arguments, last = [ast.literal_eval(a) for a in call.args], name
        if found is None:
            return f"there is no {name}"
        if not callable(found):
            return f"{name} is not something that can be called"
        if inspect.iscoroutinefunction(found) or inspect.isasyncgenfunction(found):
            return f"{name} is `async`: calling it does nothing by itself; write a plain function"
        keywords = {k.arg: ast.literal_eval(k.value) for k in call.keywords}
        try:
            signature = inspect.signature(found)
        except (TypeError, ValueError):
            signature = None
        try:
            if signature is not None:
                signature.bind(*arguments)
                signature.bind(*arguments, **keywords)
        except TypeError as error:
            return f"{name} cannot be called as {text.lstrip('.')}: {error}"
        if not text.startswith("."):
            try:
                instance = found(*arguments, **keywords)
            except Exception:
                instance = None             # the first check calls it again, and says what happens
    return ""


# -- exploring -----------------------------------------------------------------------------------------------------

class _Broken(Exception):
    """A scenario failed."""

    def __init__(self, finding):
        self.finding = finding


class _Explore:
    """What a check calls with its scenarios."""

    def __init__(self, check, program, on_progress):
        self.check = check
        self.program = program
        self.on_progress = on_progress
        self.schedules = 0
        self.proved = True
        self.scenarios = 0

    def __call__(self, scenario, *, fair=False, max_schedules=MAX_SCHEDULES, samples=SAMPLES):
        """Explore ``scenario(module)``.  fair: see Machine.  Returns nothing; a failure ends the check."""
        program = self.program
        self.scenarios += 1
        before = self.schedules
        if program.spins:                   # it has been shown to poll: do not explore every turn of its loops
            max_schedules, samples = SPINNING
        explorer = Explorer(
            lambda: scenario(program.load()), judge, program=digest(program.source, self.check.name, str(self.scenarios)),
            fair=fair, max_schedules=max_schedules, max_steps=MAX_STEPS, max_total_steps=MAX_TOTAL_STEPS, samples=samples,
            files=(program.filename,), on_progress=lambda n, steps: self.on_progress(before + n, steps), name="the test")
        finding = explorer.explore()
        program.spins = program.spins or finding.kind == "livelock"
        self.schedules += finding.schedules
        if finding.verdict not in ("proved", "not_found"):
            raise _Broken(finding)
        self.proved = self.proved and finding.verdict == "proved"


def explore_check(check, program, on_progress=lambda n, steps: None):
    """Run one check on the simulated machine; returns its dict of a Report."""
    explore = _Explore(check, program, on_progress)
    try:
        check.function(explore)
    except _Broken as broken:
        return _failed(check, broken.finding, program, explore.schedules)
    except Exception as error:
        return result(check.name, check.label, check.points, "grader_error", "grader_error",
                      message=f"The check itself failed: {type(error).__name__}: {error}", schedules=explore.schedules)
    verdict = "proved" if explore.proved else "not_found"
    return result(check.name, check.label, check.points, "passed", verdict, schedules=explore.schedules,
                  promise=check.promise)


def judge(machine):
    """As judge_plain; a Failure of the scenario keeps its own kind, and a learner's exception is told as one."""
    if machine.refused or machine.failure is None:
        return judge_plain(machine)
    task, error = machine.failure
    if task is not None and task.id == 0 and isinstance(error, Exception) and not isinstance(error, Failure) \
            and judge_plain(machine).kind == "exception":
        error = unexpected(error, "the call")
    if isinstance(error, Failure):
        return Outcome(error.kind, str(error), error)
    return judge_plain(machine)


def _failed(check, finding, program, schedules):
    if finding.verdict == "error" and finding.kind != "nondeterministic":
        return result(check.name, check.label, check.points, "grader_error", "grader_error", message=finding.message,
                      schedules=schedules)
    kind, error = finding.kind, finding.error
    look = getattr(error, "look", "") or check.look
    message = with_line(finding, program)
    if kind in ("wrong_result", "exception") and finding.machine is not None:
        race = data_race(finding.machine)
        if race:
            kind = "race" if kind == "wrong_result" else kind
            message += f". Behind it: {race}"
    if kind == "livelock":
        look = "Waiting means blocking on a primitive. A loop that asks again and again is not allowed, with or without sleep."
    return result(check.name, check.label, check.points, "failed", "failed", kind=kind, message=_sentence(message),
                  schedules=schedules, schedule=str(finding.schedule or ""), promise=check.promise, look=look,
                  trace=trace_of(finding))


def with_line(finding, program):
    """The message of a finding, with the line of the learner's module that raised, if one did."""
    error = finding.error
    cause = error.__cause__ if isinstance(error, Failure) and error.__cause__ is not None else error
    line = exception_line(cause, (program.filename,)) if cause is not None else 0
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


def _sentence(text):
    if text.split(" ")[0].isalpha():        # not a name of the program's
        text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text + "."


# -- real runs -----------------------------------------------------------------------------------------------------

def judge_real(exercise_id, name, outcome):
    """The result of a real check from what its process sent back.

    outcome: the sandbox's Outcome as a dict (status, result, message, …).  Runs in the parent, on plain data.
    """
    check = next(c for c in registry.find(exercise_id).checks if c.name == name)
    about = {"promise": check.promise, "look": check.look}
    if outcome["status"] != "ok":
        kind = {"timeout": "hang", "died": "exception", "memory": "leak", "output": "exception"}.get(
            outcome["status"], outcome["status"])
        return result(check.name, check.label, check.points, "failed", "failed", kind=kind, message=outcome["message"],
                      **about)
    data = outcome["result"]
    try:
        if "raised" in data:
            raise Failure(data["raised"], "exception")
        check.judge(data.get("data"))
    except Failure as failure:
        return result(check.name, check.label, check.points, "failed", "failed", kind=failure.kind,
                      message=_sentence(str(failure)), promise=check.promise, look=failure.look or check.look)
    except Exception:
        return result(check.name, check.label, check.points, "failed", "failed", kind="wrong_result",
                      message="The real run sent back something that no run of a right module sends.", **about)
    return result(check.name, check.label, check.points, "passed", "passed", promise=check.promise)
