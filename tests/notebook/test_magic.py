"""`%%exercise`: a cell becomes a module, line for line, and another run replaces it."""

import sys
from pathlib import Path

import pytest

EXERCISE = "ch10_semaphores/bounded_buffer"


def cell(body, line=EXERCISE):
    return f"%%exercise {line}\n{body}"


def run(shell, body, line=EXERCISE):
    """Runs the exercise cell, which must succeed."""
    shell.run_cell(cell(body, line), store_history=True).raise_error()


def failure(shell, capsys, text):
    """What the reader sees of a cell that must fail: (exception, shown text)."""
    capsys.readouterr()
    result = shell.run_cell(text, store_history=True)
    shown = capsys.readouterr()
    assert shown.err == "", "nothing of ours goes to stderr"
    assert result.error_in_exec is not None
    return result.error_in_exec, shown.out


def test_public_names_reach_the_notebook(shell):
    run(shell, "import math\nclass BoundedBuffer: pass\n_private = 1\nvalue = 2\n")
    assert shell.user_ns["BoundedBuffer"].__module__ == "bounded_buffer"
    assert shell.user_ns["value"] == 2 and "_private" not in shell.user_ns
    assert sys.modules["bounded_buffer"].BoundedBuffer is shell.user_ns["BoundedBuffer"]


def test_all_names_what_is_public(shell):
    run(shell, "__all__ = ['a', 'missing']\na = 1\nb = 2\n")
    assert shell.user_ns["a"] == 1 and "b" not in shell.user_ns


@pytest.mark.parametrize("line", ["bounded_buffer", "  'bounded_buffer' ", f'"{EXERCISE}"'])
def test_short_and_quoted_names(shell, line):
    run(shell, "value = 1\n", line)
    assert shell.session.source(EXERCISE).endswith("value = 1\n")


def test_running_again_replaces_the_module(shell):
    run(shell, "old = 1\nboth = 1\n")
    run(shell, "new = 2\nboth = 2\n")
    assert "old" not in shell.user_ns and shell.user_ns["both"] == 2
    assert not hasattr(sys.modules["bounded_buffer"], "old")


def test_running_again_leaves_what_the_notebook_has_changed(shell):
    run(shell, "old = 1\n")
    shell.run_cell("old = 'mine'")
    run(shell, "new = 2\n")
    assert shell.user_ns["old"] == "mine"


def test_the_courses_own_names_stay(shell, capsys):
    ours = shell.user_ns["check"]
    run(shell, "def check(*names): return 10.0\nhint = 3\n")
    assert shell.user_ns["check"] is ours and sys.modules["bounded_buffer"].hint == 3
    assert "'check' stays in the module" in capsys.readouterr().out


def test_lines_are_the_cells_own(shell):
    run(shell, "import sys\n\ndef where():\n    return sys._getframe().f_lineno\n")
    assert shell.user_ns["where"]() == 5, "counted with the magic line as line 1"
    assert Path(sys.modules["bounded_buffer"].__file__).read_text().splitlines()[3] == "def where():"


def test_a_later_error_shows_the_cell_and_its_line(shell, capsys):
    run(shell, "def get():\n    value = []\n    return value.pop()\n")
    count = shell.execution_count - 1
    _, shown = failure(shell, capsys, "get()")
    assert f"Cell In[{count}], line 4" in shown and "return value.pop()" in shown and "IndexError" in shown


def test_an_error_while_importing_shows_no_line_of_ours(shell, capsys):
    error, shown = failure(shell, capsys, cell("value = 1\n\n1 / 0\n"))
    assert type(error).__name__ == "ZeroDivisionError"
    assert "line 4" in shown and "1 / 0" in shown and "magic.py" not in shown and "run_cell_magic" not in shown
    assert "bounded_buffer" not in sys.modules and "value" not in shell.user_ns


def test_a_syntax_error_is_shown_as_ipython_shows_one(shell, capsys):
    error, shown = failure(shell, capsys, cell("class BoundedBuffer:\n    def put(self, item:\n        pass\n"))
    assert type(error).__name__ == "SyntaxError"
    assert f"Cell In[{shell.execution_count - 1}], line 3" in shown and "def put(self, item:" in shown and "^" in shown
    assert "was never closed" in shown and "magic.py" not in shown
    assert shell.session.source(EXERCISE) is not None, "check() can say so, too"


@pytest.mark.parametrize("body", ["x = '\0'\n", "x = '\ud800'\n"])
def test_characters_that_are_no_text(shell, capsys, body):
    error, shown = failure(shell, capsys, cell(body))
    assert "magic.py" not in shown and shown.strip()


def test_an_unknown_name_says_what_is_near(shell, capsys):
    _, shown = failure(shell, capsys, cell("pass\n", "ch10_semaphores/bounded_bufer"))
    assert "bounded_buffer" in shown and "Traceback" not in shown
    _, shown = failure(shell, capsys, "%%exercise \npass")
    assert "ch10_semaphores/counting_semaphore" in shown


def test_modules_lie_in_a_scratch_folder_without_bytecode(shell, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run(shell, "value = 1\n")
    folder = Path(sys.modules["bounded_buffer"].__file__).parent
    assert folder == shell.session.folder() and str(folder) in sys.path
    assert sorted(each.name for each in folder.iterdir()) == ["__pycache__", "bounded_buffer.py"]
    assert (folder / "__pycache__").is_file() and not list(tmp_path.glob("*.py"))


@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
def test_spawned_child_sees_the_newest_source(shell, method):
    """Twice the same size within a second: stale bytecode would give the former answer."""
    import multiprocessing

    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} on this system")
    for answer in ("1", "2"):
        run(shell, "import os\ndef work(queue):\n    queue.put((ANSWER, os.getpid()))\nANSWER = " + answer + "\n")
        context = multiprocessing.get_context(method)
        queue = context.SimpleQueue()
        child = context.Process(target=shell.user_ns["work"], args=(queue,))
        child.start()
        assert queue.get() == (int(answer), child.pid)
        child.join()


def test_importing_registers_the_magic_and_so_does_load_ext(shell):
    assert "exercise" in shell.magics_manager.magics["cell"]
    del shell.magics_manager.magics["cell"]["exercise"]
    shell.run_cell("%reload_ext autograder.notebook").raise_error()
    assert "exercise" in shell.magics_manager.magics["cell"]
