"""The runner of checks: what becomes of failures, of faults of ours, and of real runs."""

import pytest

from autograder.checks import registry, runner
from autograder.checks.sequential import fifo_explains
from autograder.checks.spec import Check, Failure, expect, settle, spawn
from autograder.explore.program import Program


def check(function, points=2.0):
    return Check("it", "It works.", points, function, promise="It works.")


def explored(source, scenario, **options):
    program = Program(source, "mine.py", "mine")
    return runner.explore_check(check(lambda explore: explore(scenario, **options)), program)


def test_a_scenario_that_holds_is_proved():
    result = explored("x = 3", lambda m: expect(m.x == 3, "x is wrong"))
    assert (result["outcome"], result["verdict"], result["points"], result["schedules"]) == ("passed", "proved", 2.0, 1)


def test_a_failure_says_what_it_says():
    result = explored("x = 3", lambda m: expect(m.x == 4, "x is 3", "wrong_result", "look there"))
    assert (result["outcome"], result["kind"], result["message"], result["look"], result["points"]) == \
        ("failed", "wrong_result", "X is 3.", "look there", 0.0)


def test_an_exception_of_the_module_names_its_line():
    result = explored("def f():\n    return 1 / 0", lambda m: m.f())
    assert result["kind"] == "exception" and "ZeroDivisionError" in result["message"] and "(line 2)" in result["message"]


def test_a_fault_of_the_check_is_ours():
    def broken(explore):
        raise KeyError("ours")
    result = runner.explore_check(check(broken), Program("x = 1", "mine.py", "mine"))
    assert (result["outcome"], result["points"]) == ("grader_error", 0.0)


def test_a_module_that_depends_on_addresses_is_never_a_fault_of_ours():
    source = "def f(order=[]):\n    order.append(object())\n    return id(order[-1]) // 16 % 2"

    def scenario(m):
        workers = [spawn(m.f), spawn(m.f)]
        [w.join() for w in workers]
    assert explored(source, scenario)["outcome"] in ("passed", "failed")


def test_settle_sees_who_is_blocked():
    source = "import threading\nlock = threading.Lock()\ndef f():\n    lock.acquire()"

    def scenario(m):
        workers = [spawn(m.f, stays=True) for _ in range(2)]
        settle()
        expect(sum(w.done for w in workers) == 1, "both or neither got the lock")
    assert explored(source, scenario)["verdict"] == "proved"


def test_polling_never_settles():
    source = "import time\ndef f():\n    while True: time.sleep(0.1)"

    def scenario(m):
        spawn(m.f, stays=True)
        settle()
    assert explored(source, scenario)["kind"] == "livelock"


def test_what_the_module_may_not_have_cannot_be_swallowed():
    source = "def f():\n    try:\n        import os\n        os.fork()\n    except BaseException:\n        pass"
    result = explored(source, lambda m: m.f())
    assert result["kind"] == "forbidden" and "os.fork" in result["message"]


@pytest.mark.parametrize("source, part", [
    ("x = ().__class__.__subclasses__()", "__subclasses__"),
    ("def f(): pass\nf.__globals__", "__globals__"),
    ("getattr(print, '__sel' + 'f__')", "__self__"),
    ("eval('1')", "eval()"),
    ("open('x')", "open()"),
    ("__import__('subprocess').run", "subprocess.run"),
])
def test_back_doors_are_refused_by_name(source, part):
    exercise = registry.find("bounded_buffer")
    program, result = runner.load(exercise, {"source": source, "filename": "mine.py"})
    assert result["kind"] == "forbidden" and part in result["message"]


def test_a_real_run_is_judged_from_outside():
    good = {"status": "ok", "result": {"data": [list(range(200)), list(range(200, 400))]}}
    result = runner.judge_real("ch10_semaphores/bounded_buffer", "real_threads", "", good)
    assert (result["outcome"], result["points"], result["verdict"]) == ("passed", 1.0, "passed")


@pytest.mark.parametrize("outcome, kind", [
    ({"status": "ok", "result": {"data": [[1], [2]]}}, "wrong_result"),
    ({"status": "ok", "result": {"data": "nonsense"}}, "wrong_result"),
    ({"status": "ok", "result": {"raised": "KeyError is raised"}}, "exception"),
    ({"status": "timeout", "result": None, "message": "It did not end."}, "hang"),
    ({"status": "died", "result": None, "message": "It ended the interpreter."}, "exception"),
    ({"status": "tampered", "result": None, "message": "Not its own words."}, "tampered"),
])
def test_a_bad_real_run_fails(outcome, kind):
    result = runner.judge_real("ch10_semaphores/bounded_buffer", "real_threads", "", outcome)
    assert (result["outcome"], result["kind"], result["points"]) == ("failed", kind, 0.0) and result["message"]


def test_histories_of_a_fifo_buffer():
    put12, put3 = [("put", 1), ("put", 2)], [("put", 3)]
    assert fifo_explains([put12, put3, [("get", 1), ("get", 3), ("get", 2)]], 2)
    assert fifo_explains([put12, put3, [("get", 3), ("get", 1), ("get", 2)]], 2)
    assert not fifo_explains([put12, put3, [("get", 2), ("get", 1), ("get", 3)]], 2)
    assert not fifo_explains([put12, [("get", 2)], [("get", 1), ("get", 1)]], 2)
    assert not fifo_explains([[("put", 1), ("put", 2), ("get", 1)]], 1)      # two do not fit


def test_failure_is_an_exception_with_a_kind():
    failure = Failure("no", "deadlock", "there")
    assert (str(failure), failure.kind, failure.look) == ("no", "deadlock", "there")


def test_a_schedule_of_a_report_plays_again_and_on_no_other_module():
    racy = "class BoundedBuffer:\n    def __init__(self, n): self.l = []\n    def put(self, x): self.l = self.l + [x]\n" \
           "    def get(self):\n        while not self.l: pass\n        return self.l.pop(0)\n"
    job = {"exercise": "ch10_semaphores/bounded_buffer", "source": racy, "filename": "mine.py"}
    failed = next(c for c in runner.run(job, lambda m: None)["checks"] if c["schedule"])
    again = runner.replay({**job, "schedule": failed["schedule"]}, lambda m: None)
    assert (again["verdict"], again["kind"], again["message"], again["schedule"]) == \
        ("failed", failed["kind"], failed["message"], failed["schedule"])
    assert again["trace"]["rows"] == failed["trace"]["rows"]
    other = runner.replay({**job, "source": racy + "# changed", "schedule": failed["schedule"]}, lambda m: None)
    assert other["verdict"] == "error" and "another module" in other["message"]
