"""The built-in check ``loads``: the module can be read, uses what it may, and offers what the contract names."""

from __future__ import annotations

import ast
import inspect

from ..explore.explorer import Explorer
from ..explore.program import Program
from . import rules
from .results import judge, result, sentence, with_line
from .failure import Failure, attempt

LOADS = "loads"
LOADS_LABEL = "The module can be loaded, and offers what the contract names."
LOADS_PROMISE = "One module with the names and signatures of the contract, in plain Python with the standard library."
MAX_STEPS = 3_000           # of loading


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
        return loads(sentence(message), finding.kind, getattr(finding.error, "look", "") or
                     "The module's own code runs when it is loaded: it should only define things.")
    return result(LOADS, LOADS_LABEL, 0, "passed", "passed", promise=LOADS_PROMISE)


def loads(message, kind, look=""):
    """The failed built-in check."""
    return result(LOADS, LOADS_LABEL, 0, "failed", "failed", kind=kind, message=message, promise=LOADS_PROMISE, look=look)


def missing(module, provides):
    """What is wrong with the names that the contract asks for, or "" if nothing is.  provides: as in Exercise."""
    instance, last = None, ""
    for text in provides:
        name, colon, base = text.partition(": ")
        if colon:
            found = getattr(module, name, None)
            if not (isinstance(found, type) and issubclass(found, Exception)):
                return f"{name} is not a class of exceptions" if found is not None else f"there is no {name}"
            continue
        call = ast.parse(text.lstrip("."), mode="eval").body
        name = text.partition("(")[0]
        if name.startswith("."):
            if instance is None:
                continue
            name = name[1:]
            holder = type(instance) if name.startswith("__") else instance
            if not isinstance(call, ast.Call):
                if not hasattr(holder, name):
                    return f"there is no {last}.{name}"
                continue
            found = getattr(holder, name, None)
            problem = uncallable(found, f"{last}.{name}", call, bool(name.startswith("__")))
        else:
            found, last, instance = getattr(module, name, None), name, None
            problem = uncallable(found, name, call, False)
        if problem:
            return problem
        if not text.startswith(".") and all(isinstance(a, ast.Constant) for a in call.args):
            try:
                instance = found(*[a.value for a in call.args], **keywords_of(call))
            except Exception:
                pass                        # the first check calls it again, and says what happens
    return ""


def uncallable(found, name, call, unbound):
    """Why ``found`` cannot be called like the syntax tree ``call``, or "".  unbound: a method asked of its class."""
    if found is None:
        return f"there is no {name}"
    if not callable(found):
        return f"{name} is not something that can be called"
    if inspect.iscoroutinefunction(found) or inspect.isasyncgenfunction(found):
        return f"{name} is `async`: calling it does nothing by itself; write a plain function"
    arguments = [None] * (sum(not isinstance(a, ast.Starred) for a in call.args) + unbound)
    try:
        signature = inspect.signature(found, follow_wrapped=False)      # of what is called, whatever it calls in its turn
    except (TypeError, ValueError):
        return ""
    try:
        signature.bind(*arguments)
        signature.bind(*arguments, **keywords_of(call))
    except TypeError as error:
        return f"{name} cannot be called as {ast.unparse(call)}: {error}"
    return ""


def keywords_of(call):
    return {k.arg: ast.literal_eval(k.value) for k in call.keywords}
