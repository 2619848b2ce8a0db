"""What `course check`, `explore`, `replay`, `grade` and `release` do.  Each returns an exit code.

stdout has the answer, and with --json nothing but one JSON object; how far it is goes to stderr, and only on a terminal.
"""
import json
import platform
from pathlib import Path

from autograder import sources

REPORT_KEYS = ("exercise", "score", "max_score", "seconds", "python", "checks")
CHECK_KEYS = ("name", "label", "points", "max_points", "outcome", "verdict", "kind", "message", "schedules", "schedule")
EXPLORE_KEYS = ("verdict", "kind", "message", "schedules", "steps", "seconds", "schedule")


def print_json(value) -> None:
    """Print as JSON, in ASCII so that every console and pipe can carry it."""
    print(json.dumps(value, indent=2, allow_nan=False))


# --- check ------------------------------------------------------------------------------------------------------------

def check(name: str, file: Path, as_json: bool) -> int:
    """Check the file as a solution of the exercise and print the report.

    Raises: UnknownExercise, sources.Refused.
    """
    from autograder.checks import registry
    exercise = registry.find(name)
    try:
        source, called = sources.source_of(file, exercise.id)
    except sources.NoCell as problem:
        report = report_without_source(exercise, str(problem))
    else:
        from autograder import sandbox, terminal
        with terminal.busy(f"Checking {exercise.id}") as say:
            report = sandbox.check_source(exercise.id, source, filename=called, on_progress=say)
    if as_json:
        print_json(public_report(report))
    else:
        from autograder import terminal
        terminal.show_report(report)
    return exit_code_of(report)


def check_all_solutions(as_json: bool) -> int:
    """Check the reference solution of every exercise and print a table; 0 if all get full marks.  Raises: sources.Refused."""
    from autograder import solutions, terminal
    reports = []
    with terminal.busy("Checking every solution") as say:
        for report in solutions.check_all(course_folder(), say):
            reports.append(report)
    if as_json:
        print_json([public_report(report) for report in reports])
    else:
        terminal.show_reports(reports)
    return max(map(exit_code_of, reports), default=0)


def course_folder() -> Path:
    """Return the folder of the course that this package belongs to.  Raises: sources.Refused, if it was installed without one."""
    root = Path(__file__).resolve().parent.parent
    if not (root / "solutions").is_dir():
        raise sources.Refused(f"{root} holds no solutions/: this needs a clone of the course's repository, and its own `course`.")
    return root


def exit_code_of(report: dict) -> int:
    """Return 2 if any check failed by our fault, else 0 for full marks and 1 for fewer."""
    if any(check["outcome"] == "grader_error" for check in report["checks"]):
        return 2
    return 0 if report["score"] >= report["max_score"] else 1


def public_report(report: dict) -> dict:
    """Return the report with the keys whose names stay fixed, and no others."""
    public = {key: report[key] for key in REPORT_KEYS}
    public["checks"] = [{key: check[key] for key in CHECK_KEYS} for check in report["checks"]]
    return public


def report_without_source(exercise, message: str) -> dict:
    """Return the report for a file that has no code to run: `loads` fails with that message, the rest is not run."""
    from autograder.checks import loading, results
    checks = [loading.loads(message, "interface")]
    checks += [results.skipped(check, loading.LOADS) for check in exercise.checks]
    return {"exercise": exercise.id, "score": 0.0, "max_score": float(sum(check["max_points"] for check in checks)),
            "seconds": 0.0, "python": platform.python_version(), "checks": checks, "sandbox": None}


def new(what: str, name: str) -> int:
    """Make the files of a new exercise or chapter and say what to do next.  Raises: sources.Refused."""
    from autograder import new
    root = course_folder()
    for path in (new.exercise if what == "exercise" else new.chapter)(root, name):
        print(path.relative_to(root).as_posix())
    print("Next: write them (CONTRIBUTING.md, “Adding an exercise”), then `course release` and `course check --all-solutions`."
          if what == "exercise" else "Next: write them (CONTRIBUTING.md, “Adding a chapter”), then `python .ci/execute.py "
          f"notebooks/{name}.ipynb`.")
    return 0


# --- explore and replay -----------------------------------------------------------------------------------------------

def explore(file: Path, function: str, max_schedules: int | None, as_json: bool) -> int:
    """Explore every interleaving of the file's function and print what was found.  Raises: sources.Refused."""
    sources.read(file)
    from autograder import sandbox, terminal
    budget = {} if max_schedules is None else {"max_schedules": max_schedules}
    with terminal.busy(f"Exploring {file.name}"):
        result = sandbox.explore_file(str(file), function=function, **budget)
    return show_result(result, file, function, as_json)


def replay(file: Path, schedule: str, function: str, as_json: bool) -> int:
    """Run one schedule of the file's function again and print it step by step.  Raises: sources.Refused."""
    sources.read(file)
    from autograder import sandbox
    return show_result(sandbox.replay_file(str(file), schedule, function=function), file, function, as_json, replayed=True)


def replay_check(name: str, file: Path, schedule: str, as_json: bool) -> int:
    """Run one schedule of a check's report again and print it step by step.  Raises: UnknownExercise, sources.Refused."""
    from autograder import sandbox
    from autograder.checks import registry
    exercise = registry.find(name)
    source, called = sources.source_of(file, exercise.id)
    result = sandbox.replay_check(exercise.id, source, schedule, filename=called)
    return show_result(result, file, "", as_json, replayed=True)


def show_result(result: dict, file: Path, function: str, as_json: bool, replayed: bool = False) -> int:
    """Print the result of explore or replay; return 0 for proved and not_found, 1 for failed, 2 for anything else."""
    if as_json:
        print_json({key: result[key] for key in EXPLORE_KEYS})
    else:
        from autograder import terminal
        terminal.show_result(result, str(file), function, replayed)
    return {"proved": 0, "not_found": 0, "passed": 0, "failed": 1}.get(result["verdict"], 2)


# --- grade and release ------------------------------------------------------------------------------------------------

def grade(assignment: str, students: list[str] | None, notebooks: list[str] | None, as_json: bool) -> int:
    """Grade and record submissions; return 1 if a submission waits for a person to decide.  Raises: GradingError."""
    from autograder import terminal
    from autograder.grading.grade import grade
    with terminal.busy(f"Grading {assignment}") as say:
        summary = grade(assignment, students=students or None, notebooks=notebooks or None, on_progress=say)
    if as_json:
        print_json(summary)
    else:
        terminal.show_grades(summary)
    return int(any(student["status"] in ("set_aside", "needs_attention") for student in summary["students"]))


def release(assignment: str | None) -> int:
    """Make exercises/ from solutions/ and name what is there.  Raises: GradingError."""
    from autograder.grading.release import release
    for path in release(assignment):
        print(path)
    return 0
