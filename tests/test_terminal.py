"""What a terminal shows: a word and a symbol for every state, at any width, with and without colours."""
import io

import pytest
from rich.console import Console

from autograder import terminal
from autograder.notebook import wording


def console(width=80, encoding="utf-8", colours=False):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False, force_terminal=colours,
                   color_system="truecolor" if colours else None)


def text(console):
    console.file.seek(0)
    return console.file.read()


def check(outcome, **more):
    return {"name": "order", "label": "Items come out in the order they went in.", "points": 0.0, "max_points": 2.0,
            "outcome": outcome, "verdict": outcome, "kind": "race", "message": "Item 2 came before item 1.", "schedules": 12,
            "schedule": "b:0102", "promise": "First in, first out.", "look": "Who holds the lock?", "trace": None, **more}


def report(*checks):
    return {"exercise": "ch10_semaphores/bounded_buffer", "score": 1.5, "max_score": 4.0, "seconds": 0.1, "python": "3.11.7",
            "checks": list(checks), "sandbox": {"kind": "rlimits", "weak": True, "note": "Only limits."}}


ALL = report(check("passed", verdict="proved", kind="", points=2.0), check("failed"), check("skipped", message="Not run."),
             check("grader_error"))


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_report(width):
    shown = console(width)
    terminal.show_report(ALL, shown)
    flat = " ".join(text(shown).split())
    for words in ("1.5 of 4 points", "✔ passed", "✘ failed", "○ not run", "⚠ grader error", "proved: all 12 interleavings explored",
                  "What happened: Item 2 came before item 1.", "What was promised: First in, first out.",
                  "What to look at next: Who holds the lock?", "To see it again: course replay FILE b:0102 --exercise", "Note: Only limits.",
                  f"Whose fault: {wording.GRADER_FAULT}"):
        assert words in flat, width
    lines = text(shown).splitlines()
    assert max(map(len, lines)) <= max(width, 30)
    assert all(line == line.rstrip() for line in lines)


def test_symbols_where_the_console_has_none():
    shown = console(encoding="ascii")
    terminal.show_report(ALL, shown)
    assert "+ passed" in text(shown) and "x failed" in text(shown) and "! grader error" in text(shown)


def test_colours_only_where_they_are_wanted():
    shown, plain = console(colours=True), console()
    terminal.show_report(ALL, shown)
    terminal.show_report(ALL, plain)
    assert "\x1b[" in text(shown) and "\x1b" not in text(plain)


def test_what_a_learner_writes_is_shown_as_it_is():
    shown = console()
    terminal.show_report(report(check("failed", message="got [bold]x[/bold] :smile: \x1b[31mred\x07")), shown)
    said = text(shown)
    assert "got [bold]x[/bold] :smile: " in said and "[31mred" in said
    assert "\x1b" not in said and "\x07" not in said, "but terminal escapes are made visible"


TRACE = {"tasks": ["main", "worker 1"], "diagnosis": "worker 1 read before main wrote.", "left_out": 0, "rows": [
    {"task": 0, "text": "reads count", "value": "0", "line": 3, "code": "seen = count", "waits": "", "switch": False},
    {"task": 1, "text": "writes count", "value": "1", "line": 4, "code": "count = 1", "waits": "", "switch": True}]}


@pytest.mark.parametrize("verdict, words, symbol", [
    ("proved", "proved", "✔"), ("not_found", "not found", "✔"), ("failed", "failed", "✘"), ("error", "cannot be explored", "⚠")])
def test_results(verdict, words, symbol):
    shown = console()
    result = {"verdict": verdict, "kind": "", "message": "Said.", "schedules": 1200, "steps": 5, "seconds": 0.5,
              "schedule": "b:01 02" if verdict == "failed" else "", "trace": TRACE if verdict == "failed" else None}
    terminal.show_result(result, "a file.py", "go", console=shown)
    said = text(shown)
    assert f"{symbol} {words}  Said." in said
    assert ("1,200 schedules, 5 steps" in said) == (verdict != "error")
    if verdict == "failed":
        assert "reads count" in said and "worker 1" in said
        assert 'To see it again: course replay "a file.py" "b:01 02" --function go' in said


def test_grades():
    shown = console(60)
    terminal.show_grades({"assignment": "ch10", "seconds": 1.25, "students": [
        {"student": "ada", "score": 7.5, "max_score": 10.0, "status": "graded", "notes": [], "notebooks": []},
        {"student": "[b]", "score": None, "max_score": 10.0, "status": "set_aside", "notes": ["x.ipynb is no notebook."], "notebooks": []},
        {"student": "zoe", "score": None, "max_score": 10.0, "status": "missing", "notes": ["Nothing was handed in."], "notebooks": []}]}, shown)
    said = text(shown)
    assert "7.5" in said and "✔ graded" in said and "⚠ set aside" in said and "○ not handed in" in said
    assert "[b]: x.ipynb is no notebook." in said and "1 of 3 graded in 1.2 seconds." in said


def test_busy_writes_nothing_into_a_pipe(capsys):
    with terminal.busy("Working") as say:
        say("a")
        say({"begin": "order"})
        say({"check": {}})
    assert capsys.readouterr() == ("", "")
