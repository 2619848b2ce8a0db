"""Runs the checks where nbgrader would start a kernel, and leaves it to nbgrader to record the grades.

`RunChecks` stands in the place of nbgrader's `Execute`. It reads the trusted parts of a rebuilt notebook only: the
first line of each `%%exercise` cell and, in the locked test cells, the calls `check("chNN_topic/name", "check_name")`.
Each exercise runs once, in the sandbox. Then every test cell gets the output a kernel would have given it: the score
as plain text and the report as HTML. nbgrader's `SaveAutoGrades` takes it from there.

What the checks themselves could not decide (a fault of ours, a submission set aside) becomes an error output, which
nbgrader would record as 0. `FlagForReview` comes after `SaveAutoGrades` and makes it "no score yet, needs manual
grading".
"""

import ast
import html as html_text
import math

from nbformat.v4 import new_output
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.grading.exporter import KEY
from autograder.grading.rebuild import exercise_of

UNDECIDED = "NotGraded"  # the name of the error in a test cell that has no score


class NotOurs(ValueError):
    """A cell holds something else than calls of `check` with plain names."""


def calls(source: str) -> list:
    """The calls of `check` in a test cell, as (exercise, [check names]); no names means all of them.

    The source is parsed, never run. Imports of `autograder` are passed over. Raises `NotOurs` for anything else.
    """
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise NotOurs("it is not Python") from None
    found = []
    for statement in statements:
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").partition(".")[0] == "autograder":
            continue
        call = statement.value if isinstance(statement, ast.Expr) else None
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "check" and call.args
                and not call.keywords
                and all(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in call.args)):
            raise NotOurs(f"line {statement.lineno} is not a call check(\"chNN_topic/name\", \"check_name\")")
        found.append((call.args[0].value, [argument.value for argument in call.args[1:]]))
    return found


def solutions(nb) -> dict:
    """The module of each exercise in a notebook: {exercise: source}, as the magic `%%exercise` makes it."""
    from autograder.notebook.magic import module_source

    found = {}
    for cell in nb.cells:
        exercise = exercise_of(cell.source) if cell.cell_type == "code" and utils.is_solution(cell) else ""
        if exercise:
            line, _, body = cell.source.lstrip().partition("\n")
            found[exercise] = module_source(line.partition("%%exercise")[2], body)
    return found


def same_exercise(one: str, other: str) -> bool:
    """Whether two names mean one exercise; `name` alone is short for `chNN_topic/name`."""
    return one == other or one.endswith("/" + other) or other.endswith("/" + one)


class RunChecks(NbGraderPreprocessor):
    """Fills in the outputs of the test cells, without a kernel.

    `run` may be set on the converter (`converter.run_checks`) to take the reports from elsewhere, say from a pool;
    otherwise each exercise is checked here and now by `autograder.sandbox.check_source`.
    What it found is also left in `converter.graded[notebook]` if the converter has such a dict.
    """

    def preprocess(self, nb, resources):
        """Returns the notebook with outputs; raises nothing for what is in a submission."""
        converter = getattr(self.parent, "parent", None)
        run = getattr(converter, "run_checks", None) or check_source
        set_aside = nb.metadata.get(KEY, {}).get("set_aside", "")
        sources, reports, faults, broken = solutions(nb), {}, [], {}

        def report_of(name):
            exercise = next((known for known in sources if same_exercise(known, name)), None)
            if exercise is None:
                raise LookupError(f"The notebook has no solution cell that begins with %%exercise {name}.")
            if exercise in broken:
                raise broken[exercise]
            if exercise not in reports:
                try:
                    reports[exercise] = run(exercise, sources[exercise])
                except Exception as error:
                    broken[exercise] = error
                    raise
            return reports[exercise]

        number = 0
        for cell in nb.cells:
            if cell.cell_type != "code":
                continue
            cell.outputs, number = [], number + 1
            if utils.is_solution(cell):
                continue
            graded = utils.is_grade(cell)
            try:
                asked = calls(cell.source)
                if not asked and not graded:
                    continue
                cell.execution_count = number
                cell.outputs = [undecided(set_aside)] if set_aside else [_result(cell, asked, report_of, number)]
            except NotOurs as error:
                if graded:
                    faults.append(f"The test cell {_name(cell)} cannot be graded without a kernel: {error}.")
                    cell.outputs = [undecided(faults[-1])]
            except Exception as error:  # the sandbox or a spec failed: ours, and it must not stop the others
                said = error.args[0] if isinstance(error, LookupError) and error.args else error  # str() would quote it
                faults.append(str(said) or type(error).__name__)
                cell.outputs = [undecided(faults[-1])]
        graded = getattr(converter, "graded", None)
        if graded is not None:
            found = {**nb.metadata.get(KEY, {}), "reports": reports, "faults": faults}
            graded[resources["nbgrader"]["notebook"]] = found
        return nb, resources


def _name(cell) -> str:
    return cell.metadata.nbgrader.grade_id


def check_source(exercise: str, source: str) -> dict:
    """One exercise in the sandbox. Returns its Report (CONTRIBUTING.md)."""
    from autograder import sandbox

    return sandbox.check_source(exercise, source, filename=exercise.rpartition("/")[2] + ".py")


def _result(cell, asked: list, report_of, number: int):
    """The output of one test cell. Raises `LookupError` or `ValueError` where we, not the learner, are at fault."""
    score, maximum, parts = 0.0, 0.0, []
    for exercise, names in asked:
        report = report_of(exercise)
        for check in _chosen(report, names):
            this = f"The check {check['name']} of {exercise}"
            if check["outcome"] == "grader_error":
                raise ValueError(f"{this} failed through a fault of the grader: {check['message']}")
            if check["outcome"] == "skipped" and any(other["outcome"] == "grader_error" for other in report["checks"]):
                raise ValueError(f"{this} did not run, because another failed through a fault of the grader.")
            points, most = check["points"], check["max_points"]
            if not (_is_number(points) and _is_number(most) and 0 <= points <= most):
                raise ValueError(f"{this} gave an impossible score.")
            score, maximum = score + points, maximum + most
        parts.append(_html(report, names))
    if utils.is_grade(cell):
        worth = float(cell.metadata.nbgrader.points)
        if not math.isclose(worth, maximum, abs_tol=1e-9):
            raise ValueError(f"The test cell {_name(cell)} is worth {worth:g} points, but its checks give at most "
                             f"{maximum:g}.")
        score = min(float(score), worth)
    data = {"text/plain": repr(float(score)), "text/html": "".join(parts)}
    return new_output("execute_result", data, execution_count=number)


def _is_number(value) -> bool:
    return type(value) in (int, float) and math.isfinite(value)


def _chosen(report: dict, names: list) -> list:
    """The checks of a report that a test cell asks for; all of them without names."""
    by_name = {check["name"]: check for check in report["checks"]}
    unknown = [name for name in names if name not in by_name]
    if unknown:
        raise LookupError(f"{report['exercise']} has no check called {unknown[0]}.")
    return [by_name[name] for name in names or by_name]


def _html(report: dict, names: list) -> str:
    """The report for people. A fault in drawing it must not cost the score."""
    try:
        from autograder.notebook.report import html

        return html(report, names or None)
    except Exception:
        lines = [f"{check['outcome']}: {check['label']} {check['message']}" for check in _chosen(report, names)]
        return "<pre>" + html_text.escape("\n".join(lines)) + "</pre>"


def undecided(sentence: str):
    """The output of a test cell without a score."""
    return new_output("error", ename=UNDECIDED, evalue=sentence, traceback=[sentence])


class FlagForReview(NbGraderPreprocessor):
    """Leaves the points of undecided test cells open: no score, "needs manual grading", and the reason as a comment."""

    def preprocess(self, nb, resources):
        """Changes the gradebook only; returns the notebook as it is."""
        open_cells = [cell for cell in nb.cells if utils.is_grade(cell) and cell.cell_type == "code" and any(
            output.output_type == "error" and output.ename == UNDECIDED for output in cell.outputs)]
        reason = nb.metadata.get(KEY, {}).get("set_aside", "")
        if not open_cells and not reason:
            return nb, resources
        where = resources["nbgrader"]
        place = where["notebook"], where["assignment"], where["student"]
        with Gradebook(where["db_url"]) as gradebook:
            for cell in open_cells:
                grade = gradebook.find_grade(cell.metadata.nbgrader.grade_id, *place)
                grade.auto_score, grade.needs_manual_grade = None, True
            for cell in nb.cells:
                if reason and utils.is_solution(cell):  # nbgrader wrote "No response."
                    gradebook.find_comment(cell.metadata.nbgrader.grade_id, *place).auto_comment = reason
            gradebook.db.commit()
        return nb, resources
