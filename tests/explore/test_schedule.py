"""Schedule strings: short, read back exactly, and refused with the remedy where they do not fit."""

import random
import sys

import pytest

from autograder.explore import ScheduleError, explore, replay
from autograder.explore.program import Program
from autograder.explore.schedule import MAX_CHOICES, Schedule, written
from tests.explore.test_programs import FOLDER, RACY

PYTHON = ".".join(map(str, sys.version_info[:2]))


@pytest.mark.parametrize("name", RACY)
def test_every_schedule_of_the_corpus_is_short(name):
    result = explore((FOLDER / "racy" / f"{name}.py", "main"))
    assert result.schedule.isprintable() and result.schedule.isascii() and " " not in result.schedule
    assert len(result.schedule) < 200


@pytest.mark.parametrize("choices, text", [
    ((), ""), ((0, 0, 1, 2, 2, 30, 0), "A2BC2(30)A"), ((0, 1) * 10, "AB" * 10),
    ((0, 0) + (1, 1, 2) * 1_000 + (1, 3), "A2[B2C]1000BD"), ((5,) * 5_000, "F5000"),
    ((27, 30) * 50, "[(27)(30)]50"), ((0, 1) * 40 + (0,) * 3 + (1, 2, 3) * 40, "[AB]40A3[BCD]40"),
])
def test_long_schedules_are_written_with_repetitions(choices, text):
    assert written(choices) == text
    schedule = Schedule(choices, True, False, "abc123")
    assert Schedule.parse(str(schedule)) == schedule


def test_whatever_is_written_reads_back():
    numbers = random.Random(5)
    for _ in range(200):
        block = [numbers.randrange(30) for _ in range(numbers.randrange(1, 9))]
        choices = [numbers.randrange(3) for _ in range(numbers.randrange(50))]
        choices += block * numbers.randrange(60) + [numbers.randrange(3) for _ in range(numbers.randrange(50))]
        schedule = Schedule(tuple(choices), False, True, "abc123")
        assert Schedule.parse(str(schedule)) == schedule


SOURCE = """
import sys, threading

def main():
    items = [0]
    def add():
        if sys.version_info[:2] == VERSION: items.append(1)
        items[0] += 1
    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    assert items[0] == 2

def other():
    pass
"""


@pytest.fixture(scope="module")
def program():
    return Program(SOURCE.replace("VERSION", "(3, 0)"), "add.py", "add_program", trusted=True)


@pytest.fixture(scope="module")
def schedule(program):
    return explore((program, "main")).schedule


@pytest.mark.parametrize("change, remedy", [
    (lambda s: s[:-1], "ends before the program does.*copy the whole"), (lambda s: s[:-3], "copy the whole"),
    (lambda s: s[:12], "copy the whole"), (lambda s: s[:5], "copy the whole"),
    (lambda s: s[:s.rindex(".") + 1], "copy the whole"),
    (lambda s: "", "copy the whole"), (lambda s: "once upon a time", "copy the whole"), (lambda s: s.lower(), "copy the whole"),
    (lambda s: s.replace("c1", "c7"), "looks like c1"), (lambda s: s + "[AB]", "copy the whole"),
    (lambda s: s + "[A]9999999", "copy the whole"),
    (lambda s: f"{s}A999999", "copy it"), (lambda s: f"{s}[A999999]999999", "copy it"),
    (lambda s: f"{s}[A9]999999", "copy it"),
    (lambda s: f"{s}(9999999)", "copy the whole"), (lambda s: "x" * 10_000, "copy the whole"),
    (lambda s: f"{s}A", "check the program again"), (lambda s: f"{s}Z", "check the program again"),
])
def test_a_text_that_is_not_the_whole_schedule_is_refused(program, schedule, change, remedy):
    with pytest.raises(ScheduleError, match=remedy) as refused:
        replay((program, "main"), change(schedule))
    assert len(str(refused.value)) < 400


def test_a_schedule_of_another_program_is_refused(program, schedule):
    changed = Program(SOURCE.replace("VERSION", "(3, 1)"), "add.py", "add_program", trusted=True)
    for other in (changed, "main"), (program, "other"):
        with pytest.raises(ScheduleError, match="another program.*check it again"):
            replay(other, schedule)
    with pytest.raises(ScheduleError, match="another program"):
        replay((program, "main"), schedule, args=(1,))


def test_a_schedule_of_another_python_is_refused(program):
    """The program takes other steps on this Python than on the one where the schedule was recorded."""
    here = Program(SOURCE.replace("VERSION", repr(sys.version_info[:2])), "add.py", "add_program", trusted=True)
    recorded = explore((here, "main")).schedule
    elsewhere = Schedule.parse(explore((program, "main")).schedule)
    assert len(Schedule.parse(recorded).choices) > len(elsewhere.choices)
    foreign = recorded.rpartition(".")[0] + "." + written(elsewhere.choices)
    with pytest.raises(ScheduleError, match=f"version of Python than this one, {PYTHON}.*check the program again"):
        replay((here, "main"), foreign)


def test_spaces_around_it_do_no_harm(program, schedule):
    assert replay((program, "main"), f"  {schedule}\n").schedule == schedule


def test_choices_that_are_too_many_for_any_run_are_not_even_listed():
    with pytest.raises(ScheduleError, match=f"{MAX_CHOICES:,}"):
        Schedule.parse("c1.abc123.a.[A999999B999999]999999")
