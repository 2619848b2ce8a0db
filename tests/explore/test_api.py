"""explore() and replay(): verdicts, kinds, messages, schedules, reports, and what cannot be explored."""

import html
import re

import pytest

from autograder.explore import ExploreError, ScheduleError, explore, replay
from autograder.explore.minimise import switches
from autograder.explore.report import to_html, to_text
from autograder.explore.schedule import Schedule

MODULE = '''
import threading, time

def start(*functions):
    threads = [threading.Thread(target=f, name=f.__name__) for f in functions]
    for t in threads: t.start()
    for t in threads: t.join()

def lost_update():
    box = type("Box", (), {})()
    items = [0]
    def add():
        items[0] += 1
    def also():
        items[0] += 1
    start(add, also)
    assert items[0] == 2, f"items[0] is {items[0]}"

def locked():
    items = [0]
    lock = threading.Lock()
    def add():
        with lock:
            items[0] += 1
    start(add, add)
    assert items[0] == 2

def crossed():
    left = threading.Lock()
    right = threading.Lock()
    def one():
        with left:
            with right: pass
    def two():
        with right:
            with left: pass
    start(one, two)

def lost_wakeup():
    changed = threading.Condition()
    def waiter():
        with changed: changed.wait()
    def waker():
        with changed: changed.notify()
    start(waiter, waker)

def raises():
    def bad():
        raise KeyError("gone")
    start(bad)

def spins():
    seen = []
    def spin():
        while not seen: pass
    start(spin)

def loops():
    while True: pass

def spins_fairly():
    seen = []
    def spin():
        while not seen: pass
    def see():
        seen.append(1)
    start(spin, see)

def single():
    return 1

def exits():
    raise SystemExit(3)

def uses_sockets():
    import socket
    socket.socket()

def many():
    items = []
    def work():
        for i in range(6): items.append(i)
    start(work, work, work)

def sleeps():
    items = []
    def late():
        time.sleep(10)
        items.append("late")
    def early():
        items.append("early")
    start(late, early)
    assert items == ["early", "late"]

def with_arguments(n, expected):
    assert n == expected
'''


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("explored") / "program_to_explore.py"
    path.write_text(MODULE, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("name, verdict, kind, part", [
    ("lost_update", "failed", "race", "items[0] is 1"),
    ("locked", "proved", "", ""),
    ("crossed", "failed", "deadlock", "held by"),
    ("lost_wakeup", "failed", "lost_wakeup", "for a notify on changed"),
    ("raises", "failed", "exception", "KeyError"),
    ("spins", "failed", "livelock", "circle"),
    ("loops", "failed", "livelock", "200,000"),
    ("spins_fairly", "not_found", "", ""),
    ("single", "proved", "", ""),
    ("exits", "failed", "exception", "SystemExit"),
    ("uses_sockets", "failed", "forbidden", "socket.socket"),
    ("sleeps", "failed", "wrong_result", ""),
])
def test_verdicts(file, name, verdict, kind, part):
    result = explore((file, name))
    assert (result.verdict, result.kind) == (verdict, kind), result.message
    assert part in result.message
    assert result.ok == (verdict != "failed")
    assert (result.trace is not None) == (result.schedule != "") == (verdict == "failed")
    assert result.schedules >= 1 and result.headline().endswith(".")
    if result.schedule:
        again = replay((file, name), result.schedule)
        assert (again.verdict, again.kind, again.message, again.schedule) == \
            (result.verdict, result.kind, result.message, result.schedule)
        assert again.trace["rows"] == result.trace["rows"]


def test_a_sleep_orders_only_under_the_fair_clock(file):
    assert explore((file, "sleeps"), fair=True).verdict == "proved"


def test_arguments_are_passed(file):
    assert explore((file, "with_arguments"), args=(1, 1)).verdict == "proved"
    assert explore((file, "with_arguments"), args=(1, 2)).verdict == "failed"


def test_a_function_of_an_importable_module():
    from benchmarks import programs
    assert explore(programs.run, args=("ConditionBuffer",)).verdict == "proved"


def test_exploring_twice_gives_the_same(file):
    first, second = (explore((file, "crossed")) for _ in range(2))
    assert (first.schedule, first.schedules, first.trace) == (second.schedule, second.schedules, second.trace)


def test_a_budget_that_does_not_suffice_proves_nothing(file):
    result = explore((file, "many"), max_schedules=5, bounded=0, samples=7)
    assert result.verdict == "not_found" and result.schedules == 5 + 4 + 7
    assert "not found" in result.headline() and "proved" not in result.headline()


def test_progress_is_told(file):
    seen = []
    explore((file, "many"), max_schedules=1_000, samples=0, on_progress=lambda schedules, steps: seen.append(schedules))
    assert seen and seen == sorted(seen)


def test_the_schedule_is_minimal_in_switches(file):
    result = explore((file, "crossed"))
    assert switches(Schedule.parse(result.schedule).choices) <= 3


@pytest.mark.parametrize("text, part", [
    ("", "not a schedule"), ("hello", "not a schedule"), ("c1.abc.a", "not a schedule"), ("c9.000000.a.A", "not a schedule"),
    ("c1.000000.x.A", "not a schedule"), ("c1.000000.a.A", "another program"),
])
def test_a_schedule_that_does_not_fit_is_refused(file, text, part):
    with pytest.raises(ScheduleError, match=part):
        replay((file, "crossed"), text)


def test_a_schedule_with_other_choices_is_refused(file):
    good = explore((file, "crossed")).schedule
    head = good.rpartition(".")[0]
    for choices, part in (("Z9", "does not follow"), ("a3", "not a list"), ("A-3", "not a list")):
        with pytest.raises(ScheduleError, match=part):
            replay((file, "crossed"), f"{head}.{choices}")


def test_a_schedule_string_reads_back():
    schedule = Schedule((0, 0, 1, 2, 2, 30, 0), True, True, "abc123")
    assert str(schedule) == "c1.abc123.fp.A2BC2(30)A"
    assert Schedule.parse(str(schedule)) == schedule
    assert Schedule.parse(str(Schedule((), False, False, "abc123"))).choices == ()


def test_what_cannot_be_explored_says_why(file, tmp_path):
    with pytest.raises(ExploreError, match="no function"):
        explore((file, "nowhere"))
    with pytest.raises(ExploreError, match="cannot read"):
        explore((tmp_path / "missing.py", "main"))
    bad = tmp_path / "bad.py"
    bad.write_text("def main(:\n")
    with pytest.raises(ExploreError, match="line 1"):
        explore((bad, "main"))
    bad.write_bytes(b"# \xe9\n")
    with pytest.raises(ExploreError, match="UTF-8"):
        explore((bad, "main"))
    with pytest.raises(ExploreError, match="stands in a file"):
        explore(eval("lambda: None"))
    with pytest.raises(ExploreError, match="module level"):
        explore(_inner())


def _inner():
    def inside():
        pass
    return inside


def test_exploring_inside_an_exploration_is_refused(tmp_path):
    path = tmp_path / "nested.py"
    path.write_text("from autograder.explore import explore\n\ndef inner(): pass\n\n"
                    f"def main(): explore(({str(path)!r}, 'inner'))\n")
    result = explore((path, "main"))
    assert result.verdict == "failed" and "running already" in result.message


def test_the_text_report_fits_and_names_who_waits(file):
    trace = explore((file, "crossed")).trace
    for width in (60, 100):
        lines = to_text(trace, width).split("\n")
        assert max(map(len, lines)) <= width + 16
    text = to_text(trace, 140)
    assert "WAITS for right, held by two" in text and "WAITS for left, held by one" in text


def test_the_html_report_is_a_table_with_headers_and_shows_text_as_text(file, tmp_path):
    path = tmp_path / "nasty.py"
    path.write_text('import threading\n\ndef main():\n    t = threading.Thread(target=lambda: 1/0, name="<script>\\x1b[31m")\n'
                    "    t.start()\n    t.join()\n")
    result = explore((path, "main"))
    page = result._repr_html_()
    assert "<script" not in page and "\x1b" not in page and "&lt;script&gt;" in page
    assert "<caption" in page and 'scope="col"' in page and 'scope="row"' in page
    assert "\x1b" not in repr(result)
    shown = html.unescape(re.sub(r"<[^>]+>", " ", to_html(explore((file, "crossed")).trace)))
    assert "waits for right, held by two" in shown
