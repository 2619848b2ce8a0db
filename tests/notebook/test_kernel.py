"""The whole of it in a real kernel, as nbgrader and JupyterLab run it."""

import logging
import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbgrader.utils import determine_grade, is_grade

from autograder.checks import registry

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "solutions" / "ch10_semaphores"


@pytest.fixture
def executed(tmp_path, monkeypatch):
    """A function that runs a solution notebook and returns it with outputs."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setenv("COURSE_PROGRESS", str(tmp_path / "progress.json"))

    def run(name, change=None):
        notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
        if change:
            notebook = change(notebook)
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
        return notebook

    return run


def test_a_solution_notebook_gets_full_marks_from_nbgrader(executed):
    notebook = executed("bounded_buffer")
    grades = [determine_grade(cell, logging.getLogger("nbgrader")) for cell in notebook.cells if is_grade(cell)]
    assert [given for given, _ in grades] == [most for _, most in grades] != []
    assert sum(most for _, most in grades) == sum(check.points for check in registry.find("bounded_buffer").checks)
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            assert output.output_type != "error" and output.get("name") != "stderr", cell.id
    report = next(cell for cell in notebook.cells if cell.id == "report")
    assert "The checks, in the order they ran" in report.outputs[-1].data["text/html"]
    first = next(cell for cell in notebook.cells if is_grade(cell))
    assert [output.output_type for output in first.outputs] == ["display_data", "execute_result"]
    assert first.outputs[0].data["text/html"] == "", "the progress line is gone"


def test_an_untouched_exercise_gets_nothing_from_nbgrader(executed):
    from nbgrader.preprocessors import ClearSolutions

    notebook = executed("counting_semaphore", lambda source: ClearSolutions().preprocess(source, {})[0])
    grades = [determine_grade(cell, logging.getLogger("nbgrader")) for cell in notebook.cells if is_grade(cell)]
    assert {given for given, _ in grades} == {0.0}
    assert "where your code belongs" in str(notebook.cells)
