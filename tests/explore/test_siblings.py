"""Modules beside a program are part of it: explored with it, and fresh in each process."""

import pytest

from autograder.explore import explore
from autograder.sandbox import explore_file

FILES = {
    "program.py": """
import multiprocessing
import threading

import counting
from places import Box


def lost():
    threads = [threading.Thread(target=counting.bump) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counting.N == 2


def child(box):
    counting.bump()
    assert (counting.N, type(box)) == (1, Box)


def fresh():
    for target, args in ((child, (Box(),)), (counting.bump, ())):
        process = multiprocessing.Process(target=target, args=args)
        process.start()
        process.join()
        assert process.exitcode == 0
    assert counting.N == 0
""",
    "counting.py": """
import places

N = 0


def bump():
    global N
    N += 1
""",
    "places.py": "import counting\n\n\nclass Box:\n    pass\n",
}


@pytest.fixture
def program(tmp_path):
    for name, source in FILES.items():
        (tmp_path / name).write_text(source, encoding="utf-8")
    return tmp_path / "program.py"


def test_what_a_sibling_does_is_explored(program):
    for _ in range(2):                  # nothing of one exploration is left in the next
        result = explore((program, "lost"))
        assert (result.verdict, result.kind) == ("failed", "race")
        assert any(row["code"] == "N += 1" for row in result.trace["rows"])
        assert explore((program, "fresh")).verdict == "proved"


def test_the_sandbox_shows_the_siblings(program):
    assert explore_file(program, "fresh")["verdict"] == "proved"
    assert explore_file(program, "lost")["kind"] == "race"


def test_a_sibling_that_does_not_parse_is_named(program):
    (program.parent / "places.py").write_text("class Box\n", encoding="utf-8")
    result = explore_file(program, "fresh")
    assert result["verdict"] == "error" and "places.py" in result["message"] and "line 1" in result["message"]
