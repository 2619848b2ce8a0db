"""may_happen(): two calls can be inside together, and here is how; or they never can, and that is proved."""

import pytest

from autograder.explore import ExploreError, ScheduleError, explore, may_happen, replay
from autograder.explore.program import Program
from autograder.explore.together import Together
from tests.explore.test_dpor_sound import EveryChoice
from tests.explore.tiny import HEAD

SOURCE = HEAD + """
class ReadersWriters:
    def __init__(self):
        self.readers = 0
        self.mutex = threading.Lock()
        self.room = threading.Lock()
        self.data = 0

    def reading(self):
        return self.data

    def writing(self, value):
        self.data = value

    def read(self):
        with self.mutex:
            self.readers += 1
            if self.readers == 1:
                self.room.acquire()
        result = self.reading()
        with self.mutex:
            self.readers -= 1
            if self.readers == 0:
                self.room.release()
        return result

    def write(self, value):
        with self.room:
            self.writing(value)


class OverLocked(ReadersWriters):
    def read(self):
        with self.room:
            return self.reading()


def two_readers(shared):
    run(shared.read, shared.read, lambda: shared.write(1))

def right(): two_readers(ReadersWriters())
def over_locked(): two_readers(OverLocked())

lock = threading.Lock()
gate = threading.Semaphore(0)

def first():
    pass

def second():
    pass

class Static:
    @staticmethod
    def work(): pass

    @classmethod
    def other(cls): pass

def guarded():
    def f():
        with lock: first()
    def g():
        with lock: second()
    run(f, g)

def apart():
    run(first, second, Static.work, Static.other)

def in_turn():
    def f():
        first()
        gate.release()
    def g():
        gate.acquire()
        second()
    run(f, g)

def raising():
    def f():
        raise ValueError
    def g():
        first()
    def h():
        second()
    run(f, g, h)

def main_raises():
    threading.Thread(target=first).start()
    threading.Thread(target=second).start()
    raise ValueError

def stuck():
    def f():
        first()
        threading.Semaphore(0).acquire()
    run(f, second)

def nested():
    def f():
        first_calls_second()
    run(f)

def first_calls_second():
    recursive(2)
    second()

def recursive(n):
    if n: recursive(n - 1)

def alone():
    recursive(3)

def spinning():
    seen = []
    def f():
        with lock:
            first()
        seen.append(1)
    def g():
        while not seen: pass
        second()
    run(f, g)

def processes():
    import multiprocessing
    ps = [multiprocessing.Process(target=first), multiprocessing.Process(target=second)]
    for p in ps: p.start()
    for p in ps: p.join()
"""


@pytest.fixture(scope="module")
def program():
    return Program(SOURCE, "may_happen.py", "may_happen_program", trusted=True)


@pytest.mark.parametrize("name, inside, overlap", [
    ("right", ("ReadersWriters.reading", "ReadersWriters.reading"), True),
    ("right", ("ReadersWriters.reading", "ReadersWriters.writing"), False),
    ("over_locked", ("ReadersWriters.reading", "ReadersWriters.reading"), False),
    ("over_locked", ("OverLocked.read", "OverLocked.read"), True),      # one of them waits, inside
    ("guarded", ("first", "second"), False),
    ("apart", ("first", "second"), True),
    ("apart", ("Static.work", "Static.other"), True),
    ("in_turn", ("first", "second"), False),
    ("raising", ("first", "second"), True),
    ("main_raises", ("first", "second"), True),
    ("stuck", ("first", "second"), True),
    ("nested", ("first_calls_second", "second"), False),                # a task does not meet itself
    ("alone", ("recursive", "recursive"), False),
    ("processes", ("first", "second"), True),
])
def test_can_they_be_inside_together(program, name, inside, overlap):
    result = may_happen((program, name), inside)
    assert (result.verdict, result.kind) == (("failed", "overlap") if overlap else ("proved", "")), result
    first, second = inside
    if overlap:
        assert f"inside {first}()" in result.message and f"inside {second}()" in result.message
        again = replay((program, name), result.schedule, inside=inside)
        assert (again.verdict, again.kind, again.message) == (result.verdict, result.kind, result.message)
        assert again.trace == result.trace and f"enters {second}()" in str(result.trace["rows"])
        assert "found after" in result.headline()
        with pytest.raises(ScheduleError):
            replay((program, name), result.schedule)
    else:
        together = f"two calls of {first}()" if first == second else f"{first}() and {second}()"
        assert f"are {together} inside together" in result.headline() and "proved" in result.headline()
    if first != second:
        assert may_happen((program, name), inside[::-1]).verdict == result.verdict


def test_where_not_all_is_explored_nothing_is_proved(program):
    result = may_happen((program, "spinning"), ("first", "second"), max_schedules=50, samples=10)
    assert result.verdict == "not_found" and "In none of" in result.headline()


def test_the_program_is_explored_as_before_afterwards(program):
    before = explore((program, "guarded"))
    may_happen((program, "guarded"), ("first", "second"))
    after = explore((program, "guarded"))
    assert (before.verdict, before.schedules, before.steps) == (after.verdict, after.schedules, after.steps)


@pytest.mark.parametrize("inside, part", [
    (("first", "nowhere"), "no function nowhere"), (("first", "lock"), "no function lock"),
    (("first", "Static"), "no function Static"),
    (("first", "Static.nothing"), "no function Static.nothing"), (("first", "gone.method"), "no function gone.method"),
    (("first", "recursive"), r"never calls recursive\(\)"), (("first",), "two functions"), (("first", 2), "two functions"),
])
def test_what_cannot_be_asked_says_why(program, inside, part):
    with pytest.raises(ExploreError, match=part):
        may_happen((program, "guarded"), inside)


@pytest.mark.parametrize("one, other", [
    ("first()", "second()"), ("first(); second()", "second()"), ("with lock: first()", "second()"),
    ("with lock: first(); second()", "pass"), ("with lock: first()", "with lock: second()"),
    ("first(); gate.release()", "gate.acquire(); second()"), ("gate.release(); first()", "gate.acquire(); second()"),
    ("gate.release(); first(); gate.release()", "gate.acquire(); gate.acquire(); second()"),
])
def test_the_answer_is_that_of_plain_search(one, other):
    """Every choice at every point: the oracle."""
    source = SOURCE + f"\ndef main():\n    def f():\n        {one}\n    def g():\n        {other}\n    run(f, g)\n"
    program = Program(source, "steps.py", "steps_program", trusted=True)
    expected = "proved"
    search = EveryChoice()
    explorer = Together(program, lambda module: module.main(), ("first", "second"), program="")
    while True:
        search.begin()
        if explorer.judge(explorer._run(search)).kind:
            expected = "failed"
        if not search.end(None):
            break
    assert may_happen((program, "main"), ("first", "second")).verdict == expected
