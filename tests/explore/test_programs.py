"""Every program in tests/programs gets the verdict that its first lines promise: racy ones fail, their safe twins pass.

racy/NAME.py begins with ``# kind: race|deadlock`` (the kinds of failure that it can have) and ``# schedule: `` (the
interleaving in words); safe/NAME.py with ``# right: `` (why) and, where its state space has no end, ``# verdict: not_found``.
"""

import ast
import itertools
import re
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.explore import explore, replay
from autograder.explore.program import Program

FOLDER = Path(__file__).parent.parent / "programs"
RACY = sorted(path.stem for path in (FOLDER / "racy").glob("*.py"))
SAFE = sorted(path.stem for path in (FOLDER / "safe").glob("*.py"))
KINDS = {"deadlock", "race", "lost_wakeup", "livelock", "exception", "wrong_result", "leak"}

SMALL = 2_000               # schedules that suffice to prove a safe program
ENDLESS = {"max_schedules": 500, "samples": 100}    # the budget where exploring would not come to an end

# What the explorer is known to get wrong: (folder, name) -> why.  A test fails when it gets it right.
KNOWN_WRONG = {}


def programs(folder, names):
    return [pytest.param(name, id=name, marks=[pytest.mark.xfail(strict=True, reason=KNOWN_WRONG[folder, name])]
                         if (folder, name) in KNOWN_WRONG else []) for name in names]


def header(path):
    """The ``# key: value`` lines at the top of a program."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"# (\w+): (.+)", line)
        if match is None:
            return found
        found[match[1]] = match[2]


def expected_kinds(path):
    return set(header(path)["kind"].split("|"))


def expected_verdict(path):
    return header(path).get("verdict", "proved")


def budget(path):
    return ENDLESS if expected_verdict(path) == "not_found" else {}


def starting_orders(path):
    """The program's source once for each other order of the list literal ``threads = [Thread(…), …]``.

    None where the threads are all alike, or are told apart by their places in the list.
    """
    source = path.read_text(encoding="utf-8")
    lists = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Assign)
             and ast.unparse(node.targets[0]) == "threads" and isinstance(node.value, ast.List)]
    if len(lists) != 1 or "threads[" in source:
        return []
    parts = [ast.get_source_segment(source, part) for part in lists[0].elts]
    literal = ast.get_source_segment(source, lists[0])
    orders = dict.fromkeys(itertools.permutations(parts))
    orders.pop(tuple(parts), None)
    # of the other orders of four threads a few: one says as much as another
    some = itertools.islice(orders, 0, None, 1 + len(orders) // 6)
    return [source.replace(literal, f"[{', '.join(order)}]") for order in some]


def test_programs_stand_in_pairs_and_say_what_they_are():
    assert RACY == SAFE
    assert len(RACY) + len(SAFE) >= 100
    for name in RACY:
        wrong, right = header(FOLDER / "racy" / f"{name}.py"), header(FOLDER / "safe" / f"{name}.py")
        assert list(wrong) == ["kind", "schedule"] and set(wrong["kind"].split("|")) <= KINDS, name
        assert list(right)[0] == "right" and right.get("verdict", "proved") in ("proved", "not_found"), name


@pytest.mark.parametrize("name", programs("racy", RACY))
def test_racy_program_fails_and_its_schedule_replays(name):
    path = FOLDER / "racy" / f"{name}.py"
    result = explore((path, "main"))
    assert result.verdict == "failed", result
    assert result.kind in expected_kinds(path), result
    assert result.message and result.trace["rows"]
    again = replay((path, "main"), result.schedule)
    assert (again.verdict, again.kind, again.message) == (result.verdict, result.kind, result.message)
    assert (again.schedule, again.trace) == (result.schedule, result.trace)


@pytest.mark.parametrize("name", programs("safe", SAFE))
def test_safe_program_passes(name):
    path = FOLDER / "safe" / f"{name}.py"
    result = explore((path, "main"), **budget(path))
    assert result.verdict == expected_verdict(path), result
    assert result.verdict == "not_found" or result.schedules < SMALL, result


@pytest.mark.parametrize("name", programs("racy", RACY))
def test_racy_program_fails_in_whatever_order_its_threads_start(name):
    path = FOLDER / "racy" / f"{name}.py"
    for source in starting_orders(path):
        result = explore((Program(source, str(path), name, trusted=True), "main"))
        assert result.verdict == "failed" and result.kind in expected_kinds(path), result


@pytest.mark.parametrize("name", programs("safe", SAFE))
def test_safe_program_passes_in_whatever_order_its_threads_start(name):
    path = FOLDER / "safe" / f"{name}.py"
    for source in starting_orders(path):
        result = explore((Program(source, str(path), name, trusted=True), "main"), **budget(path))
        assert result.verdict == expected_verdict(path), result


FOR_REAL = """
import faulthandler, runpy, sys, threading
faulthandler.dump_traceback_later(60, exit=True)
def hook(args):
    failed.append(args.exc_value)
threading.excepthook = hook
sys.setswitchinterval(1e-6)
for path in sys.argv[1:]:
    for _ in range(3):
        failed = []
        runpy.run_path(path)["main"]()
        assert not failed, (path, failed)
"""


def test_safe_programs_are_right_on_the_real_library():
    paths = [str(FOLDER / "safe" / f"{name}.py") for name in SAFE]
    done = subprocess.run([sys.executable, "-c", FOR_REAL, *paths], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
