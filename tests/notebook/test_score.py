"""A Score is what nbgrader reads it as."""

import copy
import logging
import pickle

import pytest
from IPython.core.formatters import DisplayFormatter
from nbformat.v4 import new_code_cell, new_output
from nbgrader.utils import determine_grade

from autograder.notebook import Score


def graded(value, points=4, error=None):
    """The points nbgrader gives to a test cell that ends in `value`."""
    data, _ = DisplayFormatter().format(value)
    outputs = [new_output("display_data", {"text/plain": "", "text/html": ""}), new_output("execute_result", data)]
    cell = new_code_cell("check(…)", outputs=outputs)
    cell.metadata["nbgrader"] = {"grade": True, "solution": False, "locked": True, "points": points, "grade_id": "a",
                                 "schema_version": 3}
    return determine_grade(cell, logging.getLogger("nbgrader"))


@pytest.mark.parametrize("value", [0.0, 0.5, 2.5, 4.0, 1 / 3, 1e-7])
def test_nbgrader_reads_the_number(value):
    assert graded(Score(value, maximum=4)) == (value, 4)


@pytest.mark.parametrize("value", [float("nan"), float("-inf"), -1.0])
def test_what_nbgrader_would_take_for_full_marks_is_zero(value):
    assert graded(Score(value, maximum=4)) == (0, 4)


@pytest.mark.parametrize("value", [4.0001, float("inf")])
def test_what_would_stop_the_whole_submission_does_not(value):
    assert graded(Score(value, maximum=4))[0] <= 4


def test_it_is_a_float_with_a_report():
    score = Score(2.5, maximum=4, html="<p>all</p>", text="all")
    assert score == 2.5 and float(score) == 2.5 and repr(score) == str(score) == "2.5"
    assert sum([score, score]) == 5.0
    assert score._repr_html_() == "<p>all</p>" and score.text == "all"


def test_precision_magic_does_not_change_the_text():
    formatter = DisplayFormatter()
    formatter.formatters["text/plain"].float_precision = "1"
    assert formatter.format(Score(1 / 3))[0]["text/plain"] == repr(1 / 3)


def test_no_report_means_no_html():
    assert "text/html" not in DisplayFormatter().format(Score(1.0))[0]


@pytest.mark.parametrize("twin", [copy.deepcopy, copy.copy, lambda score: pickle.loads(pickle.dumps(score))])
def test_copies_are_plain_floats(twin):
    assert type(twin(Score(2.5, html="x"))) is float and twin(Score(2.5)) == 2.5
