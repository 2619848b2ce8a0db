"""Whatever happened to a notebook, only the solution cells' sources come through, and what was mended is told."""

import copy
import json

import pytest

from autograder.grading.errors import SetAside
from autograder.grading.rebuild import MAX_BYTES, read, rebuild, text_of

STUB = '%%exercise ch90_made_up/buffer\n"""The buffer."""\n\n\ndef answer():\n    """The answer."""\n    raise NotImplementedError()'
ANSWER = STUB.replace("raise NotImplementedError()", "return 42")
MARKS = {"schema_version": 3, "grade": False, "locked": False, "solution": False}


def code(id, source, **marks):
    metadata = {"nbgrader": {**MARKS, "grade_id": id, **marks}} if marks else {}
    return {"cell_type": "code", "id": id, "metadata": metadata, "execution_count": None, "outputs": [], "source": source}


RELEASE = {
    "cells": [{"cell_type": "markdown", "id": "intro", "metadata": {}, "source": "# Buffer"},
              code("solution", STUB, solution=True),
              code("test_basics", 'check("ch90_made_up/buffer", "basics")', grade=True, locked=True, points=2.0),
              code("test_blocks", 'check("ch90_made_up/buffer", "blocks")', grade=True, locked=True, points=3.0)],
    "metadata": {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}, "nbformat": 4, "nbformat_minor": 5}


def handed_in(change=None, answer=ANSWER):
    notebook = copy.deepcopy(RELEASE)
    notebook["cells"][1]["source"] = answer
    if change:
        change(notebook["cells"])
    return notebook


def rebuilt(change=None, answer=ANSWER):
    """The rebuilt notebook, which must be the release but for the solution's source."""
    result = rebuild(RELEASE, handed_in(change, answer))
    expected = copy.deepcopy(RELEASE)
    expected["cells"][1]["source"] = result.notebook["cells"][1]["source"]
    assert result.notebook == expected
    return result


def solution_of(result):
    return result.notebook["cells"][1]["source"]


def test_an_honest_notebook_comes_through_without_a_word():
    result = rebuilt()
    assert solution_of(result) == ANSWER
    assert (result.notes, result.missing) == ([], [])


def test_outputs_and_metadata_do_not_come_through():
    def change(cells):
        cells[2]["outputs"] = [{"output_type": "execute_result", "data": {"text/plain": "10"}, "metadata": {}, "execution_count": 1}]
        cells[1]["metadata"]["tags"] = ["x"]
        cells[1]["attachments"] = {"a": 1}
    assert rebuilt(change).notes == []


def test_sources_may_be_lists_of_lines():
    def change(cells):
        for cell in cells:
            cell["source"] = cell["source"].splitlines(keepends=True)
    result = rebuilt(change)
    assert solution_of(result) == ANSWER and result.notes == []


@pytest.mark.parametrize("what, change", [
    ("deleted", lambda cells: cells.pop(2)),
    ("duplicated", lambda cells: cells.insert(3, copy.deepcopy(cells[2]))),
    ("changed", lambda cells: cells[2].update(source="10")),
    ("changed", lambda cells: cells[2]["metadata"]["nbgrader"].update(points=100)),
    ("changed", lambda cells: cells[2]["metadata"]["nbgrader"].update(locked=False)),
    ("changed", lambda cells: cells[2].update(cell_type="markdown")),
    ("split", lambda cells: cells[2:3].clear() or cells.__setitem__(slice(2, 3), [
        {**cells[2], "source": 'check("ch90_made_up/buffer",'}, {**cells[2], "source": ' "basics")'}])),
])
def test_a_locked_cell_is_put_back_and_named(what, change):
    result = rebuilt(change)
    (note,) = result.notes
    assert "test_basics" in note and what in note and "put back" in note
    assert solution_of(result) == ANSWER


def test_a_missing_solution_cell_is_an_untouched_stub_and_said_to_be_missing():
    result = rebuilt(lambda cells: cells.pop(1))
    assert solution_of(result) == STUB
    assert result.missing == ["solution"] and "solution is missing" in result.notes[0]


def test_an_answer_in_a_cell_that_lost_its_metadata_is_found():
    result = rebuilt(lambda cells: cells[1].update(metadata={}, id="other"))
    assert solution_of(result) == ANSWER and not result.missing
    assert "was taken" in result.notes[0]


def test_an_answer_in_a_cell_of_its_own_counts_if_the_solution_cell_was_left_alone():
    result = rebuilt(lambda cells: cells.append(code("mine", ANSWER)), answer=STUB)
    assert solution_of(result) == ANSWER and "the cell 5" in result.notes[0]


def test_a_duplicated_solution_cell_counts_once_the_last_with_an_answer():
    first, second = ANSWER.replace("42", "1"), ANSWER.replace("42", "2")
    result = rebuilt(lambda cells: cells.insert(2, {**copy.deepcopy(cells[1]), "source": second}), answer=first)
    assert solution_of(result) == second and "2 times" in result.notes[0]
    result = rebuilt(lambda cells: cells.insert(2, {**copy.deepcopy(cells[1]), "source": STUB}), answer=first)
    assert solution_of(result) == first


def test_a_split_solution_cell_is_joined():
    above, below = ANSWER.split("\n\n\n")
    result = rebuilt(lambda cells: cells.insert(2, {**copy.deepcopy(cells[1]), "source": below}), answer=above)
    assert solution_of(result).split() == ANSWER.split() and "joined" in result.notes[0]


@pytest.mark.parametrize("source, rest", [
    ("def answer():\n    return 42", "def answer():\n    return 42"),
    ("%%exercise ch90_made_up/other\ndef answer(): ...", "def answer(): ..."),
    ("# mine\n%%exercise ch90_made_up/buffer\ndef answer(): ...", "# mine\ndef answer(): ..."),
    ("%%time\ndef answer(): ...", "%%time\ndef answer(): ..."),
])
def test_the_first_line_is_put_back(source, rest):
    result = rebuilt(answer=source)
    assert solution_of(result) == "%%exercise ch90_made_up/buffer\n" + rest
    assert "it was put back" in result.notes[0]


def test_blank_lines_above_the_first_line_are_as_good():
    result = rebuilt(answer="\n\n" + ANSWER)
    assert solution_of(result) == "\n\n" + ANSWER and result.notes == []


def test_extra_cells_do_not_count_and_are_told():
    result = rebuilt(lambda cells: cells.insert(0, code("mine", "print('hello')")))
    assert result.notes == ["1 cell of the learner's own (number 1) did not count."]


def test_half_a_character_becomes_a_question_mark():
    result = rebuilt(answer=ANSWER + "  # \ud800")
    assert solution_of(result) == ANSWER + "  # ?" and "broken characters" in result.notes[0]


def test_a_solution_of_a_megabyte_is_set_aside():
    with pytest.raises(SetAside, match="Shorten it"):
        rebuild(RELEASE, handed_in(answer=ANSWER + "#" * 1_000_000))


def test_strange_values_do_no_harm():
    def change(cells):
        cells.append({"cell_type": ["code"], "id": ["x"], "metadata": {"nbgrader": []}, "source": "1"})
        cells.append({"metadata": {"nbgrader": None}})
    rebuilt(change)


def notebook(**changes):
    return json.dumps({**handed_in(), **changes})


@pytest.mark.parametrize("content, says", [
    ("", "is empty"),
    (b"PK\x03\x04....", "zip archive"),
    (b"%PDF-1.7", "a PDF"),
    ("<!DOCTYPE html><html>", "a web page"),
    ("print('hello')", "not JSON"),
    (notebook()[:-40], "damaged notebook"),
    ("<<<<<<< HEAD\n" + notebook(), "not JSON"),
    (b'{"cells": "\xff"}', "not text in UTF-8"),
    ("[" * 100_000, "cannot be read|not JSON"),
    ('{"nbformat": ' + "9" * 10_000 + "}", "cannot be read"),
    ("{}", "not a notebook"),
    ("3", "not a notebook"),
    (json.dumps({"nbformat": 3, "nbformat_minor": 0, "worksheets": []}), "notebook format 3.*save it"),
    (notebook(nbformat="4"), "notebook format|damaged"),
    (notebook(cells={}), "no list of cells"),
    (notebook(cells=[1]), "cell 1 is not a cell"),
    (notebook(cells=[{"cell_type": "code", "source": [1]}]), "cell 1 is not a cell"),
    (notebook(cells=[{"cell_type": "code", "source": "", "metadata": 1}]), "cell 1 is not a cell"),
    (notebook(cells=[code("solution", ANSWER, solution=True, schema_version=99)]), "version 99.*fresh copy"),
    (notebook(cells=[code("solution", ANSWER, solution=True, schema_version=None)]), "version None"),
    (notebook(metadata={"kernelspec": {"name": "ir", "language": "R"}}), "a kernel for R.*Python 3"),
    (notebook(metadata={"language_info": {"name": "julia"}}), "julia"),
])
def test_what_cannot_be_graded_is_set_aside_with_a_sentence(tmp_path, content, says):
    path = tmp_path / "buffer.ipynb"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    with pytest.raises(SetAside, match=says) as caught:
        read(path)
    assert str(caught.value).startswith("buffer.ipynb") and len(str(caught.value)) < 400


@pytest.mark.parametrize("metadata", [{}, None, 3, {"kernelspec": {"name": "my-env", "language": "python"}}, {"kernelspec": "x"}])
def test_a_python_kernel_of_another_name_is_fine(tmp_path, metadata):
    path = tmp_path / "buffer.ipynb"
    path.write_text("\ufeff" + notebook(metadata=metadata), encoding="utf-8")  # and so is a byte order mark
    assert text_of(read(path)["cells"][1]) == ANSWER


def test_an_enormous_file_is_not_even_read(tmp_path):
    path = tmp_path / "buffer.ipynb"
    with open(path, "wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(SetAside, match="Clear all outputs"):
        read(path)


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "secret").write_text(notebook(), encoding="utf-8")
    try:
        (tmp_path / "buffer.ipynb").symlink_to(tmp_path / "secret")
    except OSError:
        pytest.skip("no symbolic links here")
    with pytest.raises(SetAside, match="a link"):
        read(tmp_path / "buffer.ipynb")
