"""The `course` command: its words, options and help.  What they do is in commands.py, lab.py, doctor.py and testing.py.

Exit codes: 0 it is so (full marks, no failure found, all is well); 1 it is not; 2 the call or the grader is at fault;
130 stopped by Ctrl-C.  Everything heavy is imported inside the command that needs it, so that `course --help` is quick.
"""
import functools
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

ANY = {"allow_extra_args": True, "ignore_unknown_options": True}
app = typer.Typer(
    name="course", add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="""A course in concurrent Python whose grader proves a solution right, or shows the interleaving that breaks it.

    \b
    course lab                                        open the course in JupyterLab
    course check bounded_buffer my_buffer.py          check a solution of an exercise
    course explore program.py                         try every interleaving of any small program

    Where no environment is active, `python course.py` stands for `course`.
    """)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
Function = Annotated[str, typer.Option("--function", help="The function to run; it takes no arguments.", metavar="NAME")]


def answers(command):
    """Make `command`, which returns an exit code, end the process with it, and never with a traceback of ours.

    An exception that is meant for the reader (see `expected`) is shown as its text; any other as one sentence that says
    how to see the rest.  With COURSE_DEBUG=1 they are all raised as they are.
    """
    @functools.wraps(command)
    def wrapper(*args, **kwargs):
        try:
            code = command(*args, **kwargs)
        except (typer.Exit, typer.BadParameter):
            raise
        except KeyboardInterrupt:
            typer.echo("Stopped.", err=True)
            code = 130
        except BrokenPipeError:  # whoever read our output has gone, as `head` does
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 0
        except Exception as error:
            if os.environ.get("COURSE_DEBUG") == "1":
                raise
            text = " ".join(str(error).split())
            if not expected(error):
                text = (f"The course itself failed: {type(error).__name__}{': ' + text if text else ''}.  "
                        "This is our fault, not yours; set COURSE_DEBUG=1 and repeat the command to see where.")
            typer.echo(text, err=True)
            code = 2
        raise typer.Exit(code or 0)
    return wrapper


def expected(error):
    """True for the exceptions whose text is a finished sentence for the reader, as their docstrings say."""
    names = {"Refused", "UnknownExercise", "GradingError", "Unavailable"}
    return any(cls.__name__ in names and cls.__module__.startswith("autograder.") for cls in type(error).__mro__)


@app.command(context_settings=ANY)
@answers
def lab(
    context: typer.Context,
    refresh: Annotated[bool, typer.Option("--refresh", help="Where the course has a newer version of a file you changed, "
                                          "take the newer one and keep yours beside it.")] = False,
    teacher: Annotated[bool, typer.Option("--teacher", help="Open the whole course, with nbgrader's formgrader, instead of "
                                          "a learner's copies.")] = False,
):
    """Open the course in JupyterLab.

    You work on copies in the folder work/, made on the first opening.  A newer version of the course never overwrites
    what you wrote.  Every other option goes to `jupyter lab` (see `jupyter lab --help-all`).

    \b
    course lab
    course lab --no-browser --port 9000
    course lab --refresh
    course lab --teacher
    """
    from autograder.lab import open_lab
    return open_lab(context.args, refresh=refresh, teacher=teacher)


@app.command(context_settings=ANY)
@answers
def test(context: typer.Context):
    """Run the whole test suite.  What you add goes to pytest.

    \b
    course test
    course test -x tests/test_cli.py
    course test -k deadlock
    """
    from autograder.testing import run_tests
    return run_tests(context.args)


@app.command()
@answers
def check(
    exercise: Annotated[str | None, typer.Argument(metavar="EXERCISE", help="Its name, chNN_topic/name or just name.",
                                                   show_default=False)] = None,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="Your module, or the notebook with its %%exercise cell.",
                                                show_default=False)] = None,
    all_solutions: Annotated[bool, typer.Option("--all-solutions", help="Check the reference solution of every exercise "
                                                "instead.")] = False,
    as_json: Json = False,
):
    """Check a solution of an exercise.

    Exit code 0: full marks; 1: fewer, or the file cannot be checked; 2: no such exercise or file, or the grader failed.

    \b
    course check bounded_buffer my_buffer.py
    course check ch10_semaphores/bounded_buffer work/exercises/ch10_semaphores/bounded_buffer.ipynb
    course check bounded_buffer my_buffer.py --json
    course check --all-solutions
    """
    from autograder import commands
    if all_solutions:
        if exercise:
            raise typer.BadParameter("it checks every exercise: name none", param_hint="--all-solutions")
        return commands.check_all_solutions(as_json)
    if exercise is None or file is None:
        raise typer.BadParameter("both are needed, the exercise and your file: course check bounded_buffer my_buffer.py",
                                 param_hint="EXERCISE FILE")
    return commands.check(exercise, file, as_json)


@app.command()
@answers
def explore(
    file: Annotated[Path, typer.Argument(metavar="FILE.py", help="The program.")],
    function: Function = "main",
    as_json: Json = False,
    max_schedules: Annotated[int | None, typer.Option("--max-schedules", min=1, metavar="N", help="Give up after N "
                                                      "interleavings; the verdict then says so.")] = None,
):
    """Try every interleaving of a program.

    Its function starts threads, joins them and asserts what must hold.

    Exit code 0: none fails (proved, or not found in so many); 1: one fails, and is shown; 2: it cannot be explored.

    \b
    course explore counter.py
    course explore counter.py --function two_workers --max-schedules 5000
    """
    from autograder.commands import explore
    return explore(file, function, max_schedules, as_json)


@app.command()
@answers
def replay(
    file: Annotated[Path, typer.Argument(metavar="FILE.py", help="The program.")],
    schedule: Annotated[str, typer.Argument(metavar="SCHEDULE", help="As `course explore` or `course check` printed it.")],
    function: Function = "main",
    exercise: Annotated[str | None, typer.Option("--exercise", metavar="EXERCISE", help="The schedule is from the report of "
                                                 "`course check EXERCISE FILE`.")] = None,
    as_json: Json = False,
):
    """Show one schedule of a program step by step.

    Exit codes as for `course explore`: 1 if it fails again.

    \b
    course replay counter.py SCHEDULE
    course replay my_buffer.py SCHEDULE --exercise bounded_buffer
    """
    from autograder.commands import replay, replay_check
    if exercise:
        return replay_check(exercise, file, schedule, as_json)
    return replay(file, schedule, function, as_json)


@app.command()
@answers
def grade(
    assignment: Annotated[str, typer.Argument(metavar="ASSIGNMENT", help="A folder that students handed in.")],
    student: Annotated[list[str] | None, typer.Option("--student", metavar="ID", help="Only this student; may be "
                                                      "repeated.")] = None,
    notebook: Annotated[list[str] | None, typer.Option("--notebook", metavar="NAME", help="Only this exercise; may be "
                                                       "repeated.")] = None,
    as_json: Json = False,
):
    """Grade what was handed in.

    It is taken from grading/submitted/ and recorded in nbgrader's gradebook.

    Exit code 0: everything is graded; 1: something was set aside for a person to decide; 2: nothing could be graded.

    \b
    course grade ch10_semaphores
    course grade ch10_semaphores --student ada --student alan
    """
    from autograder.commands import grade
    return grade(assignment, student, notebook, as_json)


@app.command()
@answers
def release(assignment: Annotated[str | None, typer.Argument(metavar="[ASSIGNMENT]", help="A folder of solutions/; "
                                                             "without it, all of them.")] = None):
    """Make exercises/ from solutions/.

    \b
    course release
    course release ch10_semaphores
    """
    from autograder.commands import release
    return release(assignment)


@app.command()
@answers
def doctor(as_json: Json = False):
    """Say what of this machine works.

    Python, start methods, sandbox, nbgrader, browser: each is tried.

    Exit code 0: nothing that the course needs is broken; 1: something is.

    \b
    course doctor
    course doctor --json
    """
    from autograder.doctor import run_doctor
    return run_doctor(as_json)


new = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Make the files of a new exercise or chapter, to be filled in.")
app.add_typer(new, name="new")


@new.command("exercise")
@answers
def new_exercise(name: Annotated[str, typer.Argument(metavar="chNN_topic/name", help="A chapter, and a name for its file.")]):
    """Make a complete exercise that fails until it is written.

    A spec with three checks, a solution notebook, and a right and a wrong submission.  CONTRIBUTING.md says how to go on.

    \b
    course new exercise ch09_locks/turnstile
    """
    from autograder.commands import new
    return new("exercise", name)


@new.command("chapter")
@answers
def new_chapter(name: Annotated[str, typer.Argument(metavar="chNN_topic", help="Its number and topic.")]):
    """Make a chapter that fails until it is written: a notebook with all its parts, and the module that it imports.

    \b
    course new chapter ch15_actors
    """
    from autograder.commands import new
    return new("chapter", name)


def main():
    """Run the command line of this process; does not return.

    The folder of this Python's programs comes first on PATH: nbgrader calls `alembic` by name, and the environment
    need not be an activated one.
    """
    os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", os.defpath)])
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app(prog_name="course")
