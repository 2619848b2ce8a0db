"""How a learner's code gets out of a notebook: the cell whose first line is `%%exercise NAME`, or one clear sentence."""
import json

import pytest

from autograder import sources

EXERCISE = "ch10_semaphores/bounded_buffer"


def notebook(*code):
    return json.dumps({"cells": [{"cell_type": "code", "source": source} for source in code]}).encode()


def test_cell_of_a_notebook():
    first, second = "%%exercise bounded_buffer\nA = 1\n", "%%exercise  ch10_semaphores/bounded_buffer \nA = 2\n"
    assert sources.cell_of(notebook("import time", first, "check()"), EXERCISE, "x") == "# %%exercise bounded_buffer\nA = 1\n"
    assert sources.cell_of(notebook(first, second), EXERCISE, "x").endswith("\nA = 2\n"), "the last one, as running them all leaves"
    assert sources.cell_of(notebook(["%%exercise bounded_buffer\n", "A = 3"]), EXERCISE, "x").endswith("\nA = 3")
    assert sources.cell_of(notebook("%%exercise 'bounded_buffer'"), EXERCISE, "x").strip() == "# %%exercise 'bounded_buffer'"


@pytest.mark.parametrize("data", [
    notebook("import time"), notebook("%%exercise other\nA = 1"), notebook("A = 1\n%%exercise bounded_buffer"),
    notebook("%%exercise ch11_other/bounded_buffer"), notebook("%%exercise"), notebook(),
    b'{"cells": [{"cell_type": "markdown", "source": "%%exercise bounded_buffer\\n"}]}'])
def test_notebook_without_the_cell(data):
    with pytest.raises(sources.NoCell, match=r"^x\.ipynb has no cell .*%%exercise ch10_semaphores/bounded_buffer.*fresh copy"):
        sources.cell_of(data, EXERCISE, "x.ipynb")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff", b'{"cells": 3}', b'{"cells": [1]}', b'{"cells": [{}]}', b"[" * 100_000,
                                  notebook(3), notebook([3]), b'{"cells": [{"cell_type": "code"}]}'])
def test_notebook_that_is_none(data):
    with pytest.raises(sources.NoCell, match="is not a Jupyter notebook"):
        sources.cell_of(data, EXERCISE, "x.ipynb")
