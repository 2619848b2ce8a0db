"""check_source makes a whole Report of whatever happens; explore_file and replay_file a result.

The registry and the runner are stand-ins here, so that each test can say what the child does; the child, its sandbox
and the real runs are real. `tests/test_course.py` runs the true ones.
"""

import sys
import types
from pathlib import Path

import pytest

from autograder import sandbox
from autograder.sandbox import checking, child

SHORT = sandbox.Limits(wall=1)
ROOMY = sandbox.Limits(wall=60)
PAYLOADS = Path(__file__).with_name("payloads.py")


@pytest.fixture(autouse=True)
def stand_ins(monkeypatch):
    """An exercise of four checks: loads, first, second, third; `third` may be a real run."""
    checks = [types.SimpleNamespace(name=name, label=f"label of {name}", points=points)
              for name, points in (("first", 5), ("second", 5), ("third", 5))]
    exercise = types.SimpleNamespace(id="ch00_tests/demo", name="demo", checks=checks)

    def judge_real(exercise_id, name, method, outcome):
        good = outcome["status"] == "ok" and outcome["result"] == {"items": [1, 2]}
        return {"name": name, "label": f"label of {name}", "points": 5 * good, "max_points": 5,
                "outcome": "passed" if good else "failed", "kind": "" if good else outcome["status"]}

    modules = {"registry": types.SimpleNamespace(find=lambda name: exercise),
               "runner": types.SimpleNamespace(judge_real=judge_real),
               "loading": types.SimpleNamespace(LOADS="loads", LOADS_LABEL="label of loads")}
    package = types.ModuleType("autograder.checks")
    for name, module in modules.items():
        setattr(package, name, module)
        monkeypatch.setitem(sys.modules, f"autograder.checks.{name}", module)
    monkeypatch.setitem(sys.modules, "autograder.checks", package)
    for call in child.ENTRY_POINTS:
        monkeypatch.setitem(child.ENTRY_POINTS, call, f"{PAYLOADS}:{call}")


def check(*lines, **options):
    return sandbox.check_source("demo", "\n".join(lines), **options)


def rows(report):
    return [(row["name"], row["outcome"], row["kind"], row["points"]) for row in report["checks"]]


def test_a_whole_report():
    seen = []
    report = check("loads ok", "first ok", "second ok", "third ok", filename="mine.py", on_progress=seen.append)
    assert rows(report) == [("loads", "passed", "", 0), ("first", "passed", "", 5), ("second", "passed", "", 5),
                            ("third", "passed", "", 5)]
    assert (report["exercise"], report["score"], report["max_score"]) == ("ch00_tests/demo", 15.0, 15.0)
    assert report["checks"][0]["message"] == "mine.py"
    assert set(report["sandbox"]) == {"kind", "weak", "note"}
    assert seen[2] == {"checks": 1, "name": "first", "label": "label of first"}
    assert seen[3] == {"checks": 2, "name": "", "label": ""}


def test_reports_of_the_same_source_differ_in_seconds_only():
    reports = [check("loads ok", "first exit") for _ in range(2)]
    for report in reports:
        assert report.pop("seconds") > 0
    assert reports[0] == reports[1]


@pytest.mark.parametrize("what, kind, words", [
    ("exit", "exception", "os._exit(3)"), ("spin", "hang", "1 s in all"),
    ("print", "exception", "printed without end"),
    ("allocate", "leak", "more memory than the 1 GiB")])
def test_the_check_under_way_fails_and_finished_ones_stay(what, kind, words):
    limits = SHORT if what == "spin" else ROOMY
    report = check("loads ok", "first ok", f"second {what}", "third ok", limits=limits)
    assert rows(report) == [("loads", "passed", "", 0), ("first", "passed", "", 5), ("second", "failed", kind, 0.0),
                            ("third", "skipped", "", 0.0)]
    assert words in report["checks"][2]["message"]
    assert (report["score"], report["max_score"]) == (5.0, 15.0)
    assert all(row.keys() == report["checks"][0].keys() for row in report["checks"])


def test_tampering_costs_every_point():
    report = check("loads ok", "first ok", "second forge", "third ok")
    assert {(row["outcome"], row["kind"]) for row in report["checks"]} == {("failed", "tampered")}
    assert report["score"] == 0


def test_a_fault_of_ours_is_neither_a_pass_nor_a_failure():
    report = check("loads ok", "first ok", "second fault", "third ok")
    assert [row["outcome"] for row in report["checks"]] == ["passed", "passed", "grader_error", "grader_error"]


def test_a_check_that_the_runner_forgets_is_a_fault_of_ours():
    assert rows(check("loads ok", "first ok", "second ok"))[3] == ("third", "grader_error", "", 0.0)


def test_a_real_run_has_a_sandbox_of_its_own():
    report = check("loads ok", "first ok", "third real", "second ok")
    assert rows(report)[3] == ("third", "passed", "", 5) and report["score"] == 15


def test_a_real_run_that_hangs_costs_nothing_else():
    report = check("loads ok", "first ok", "hangs real", "second ok", "third real", limits=SHORT)
    assert rows(report)[1:] == [("first", "passed", "", 5), ("second", "passed", "", 5), ("third", "passed", "", 5),
                                ("hangs", "failed", "timeout", 0)]


@pytest.mark.parametrize("source, words", [
    (b"x = '\xe4'\n", "not text in UTF-8 (line 1 has the byte 0xe4)"),
    ("x = 'ä'".encode("utf-16"), "not text in UTF-8"),
    (b"# coding: no-such-code\n", "unknown encoding: no-such-code"), (b"#" * 2_000_000, "2,000,000 bytes")])
def test_what_is_no_source_is_said_to_the_runner(source, words):
    report = sandbox.check_source("demo", source)
    assert report["checks"][0]["outcome"] == "failed" and words in report["checks"][0]["message"]
    assert "demo.py" in report["checks"][0]["message"]


@pytest.mark.parametrize("source, text", [
    ("ä", "ä"), ("ä\n".encode(), "ä\n"), (b"\xef\xbb\xbfx = 1\n", "x = 1\n"),
    (b"# coding: latin-1\n'\xe4'\n", "# coding: latin-1\n'ä'\n")])
def test_decoding(source, text):
    assert checking.decode(source) == (text, "")


def test_exploring_a_file(tmp_path):
    program = tmp_path / "program.py"
    program.write_text("def main(): 'ä'\n", encoding="utf-8")
    assert sandbox.explore_file(program, max_schedules=9) == {"function": "main", "max_schedules": 9, "schedule": None}
    replayed = sandbox.replay_file(program, "0.1", "other")
    assert replayed == {"function": "other", "max_schedules": None, "schedule": "0.1"}
    program.write_text("exits")
    exits = sandbox.explore_file(program)
    assert (exits["verdict"], exits["kind"]) == ("failed", "exception") and "os._exit(4)" in exits["message"]
    program.write_text("spins")
    assert sandbox.explore_file(program, limits=SHORT)["verdict"] == "error"
    program.write_bytes(b"\xe4")
    assert sandbox.explore_file(program)["kind"] == "syntax"
    with pytest.raises(FileNotFoundError):
        sandbox.explore_file(tmp_path / "none.py")
