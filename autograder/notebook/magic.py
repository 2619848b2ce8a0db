"""The cell magic `%%exercise chNN_topic/name`: the cell becomes the module `name`, as a file would be.

Line n of the module is line n of the cell: a comment stands where the magic line was. So tracebacks, reports and
the debugger all count as the notebook does.
"""

import importlib.util
import linecache
import sys
import types

from .errors import CourseError, shown_as
from .session import session

MAGIC = "exercise"


def module_source(line, body):
    """The module's text for a cell `%%exercise {line}` followed by `body`."""
    return f"# %%{MAGIC} {' '.join(line.split())}\n{body}"


def run_cell(shell, line, body):
    """Writes the cell to the session's scratch folder, imports it, and puts its public names into the notebook."""
    exercise = _find(line)
    source = module_source(line, body)
    _withdraw(shell, session.exported.pop(exercise.id, {}))
    sys.modules.pop(exercise.name, None)
    try:
        path = session.write(exercise.id, exercise.name, source)
    except UnicodeEncodeError as error:
        bad = source.count("\n", 0, error.start) + 1
        raise CourseError(f"Line {bad} of this cell holds a character that is not text. Retype that line.") from None
    module = _import(shell, exercise.name, path, source)
    session.exported[exercise.id] = _export(shell, module)


def _find(line):
    from autograder.checks import registry

    name = line.strip().strip("\"'")
    if not name:
        there = ", ".join(registry.exercises())
        raise CourseError(f"Name the exercise: %%{MAGIC} chNN_topic/name. There are: {there}.")
    try:
        return registry.find(name)
    except registry.UnknownExercise as error:
        raise CourseError(str(error)) from None


def _cell_name(shell, otherwise):
    """The name under which IPython compiled the cell that runs now, and by which tracebacks and debugger know it."""
    frame = sys._getframe()
    while frame is not None and not shell.compile.format_code_name(frame.f_code.co_filename):
        frame = frame.f_back
    return otherwise if frame is None else frame.f_code.co_filename


def _import(shell, name, path, source):
    """Executes the module. Its code is filed under the cell's own name: a traceback says `Cell In[5], line 12`."""
    filename = _cell_name(shell, str(path))
    linecache.cache[filename] = len(source), None, source.splitlines(keepends=True), filename
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    linecache.checkcache(str(path))
    importlib.invalidate_caches()
    try:
        code = compile(source, filename, "exec", dont_inherit=True)
    except SyntaxError as error:
        raise shown_as(error, shell.SyntaxTB.structured_traceback(type(error), error, [])) from None
    except ValueError as error:     # a NUL character, before 3.12
        raise CourseError(f"SyntaxError: {error}") from None
    sys.modules[name] = module
    try:
        exec(code, module.__dict__)
    except Exception as error:
        sys.modules.pop(name, None)
        own = error.__traceback__.tb_next   # without the frame of this function
        raise shown_as(error, shell.InteractiveTB.structured_traceback(type(error), error, own)) from None
    return module


def _export(shell, module):
    """Puts the public names into the notebook, but never over the course's own functions. Returns what it put there."""
    import autograder.notebook as ours

    names = getattr(module, "__all__", None)
    if not isinstance(names, (list, tuple)):
        names = [name for name in vars(module) if not name.startswith("_")]
    kept = {name for name in ours.__all__ if shell.user_ns.get(name) is getattr(ours, name)}
    public = {name: vars(module)[name] for name in names if name in vars(module)}
    for name in sorted(kept & public.keys()):
        print(f"Note: your {name!r} stays in the module; in this notebook {name!r} is the course's own.")
    public = {name: value for name, value in public.items() if name not in kept}
    shell.user_ns.update(public)
    return public


def _withdraw(shell, exported):
    """Takes back what the former run of the cell put into the notebook, unless the notebook has since changed it."""
    for name, value in exported.items():
        if shell.user_ns.get(name) is value and not isinstance(value, types.ModuleType):
            del shell.user_ns[name]


def load_ipython_extension(shell):
    """`%load_ext autograder.notebook`."""

    def exercise(line, cell):
        run_cell(shell, line, cell)

    shell.register_magic_function(exercise, "cell", MAGIC)


def register_if_in_ipython():
    """Registers the magic when this module is imported in IPython; does nothing elsewhere."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None:
        load_ipython_extension(shell)
