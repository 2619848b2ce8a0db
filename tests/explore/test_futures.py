"""``concurrent.futures`` on the machine behaves as the real one: values, errors, messages, and every outcome of real threads."""

import re
import sys
import types

import pytest

from autograder.explore import explore
from autograder.explore.explorer import Explorer, judge_plain
from autograder.explore.program import Program
from tests.explore.future_snippets import HEAD, OUTCOMES, SNIPPETS


def plain(out):
    return [re.sub(r"0x[0-9a-f]+", "", repr(x)) for x in out]


def on_the_machine(source):
    """The ``out`` of every schedule; where a timeout of the real run might come too early, on a clock that lets it."""
    program = Program(source, "snippet.py", "snippet", trusted=True)
    seen = []

    def judge(machine):
        if machine.failure is None:
            seen.append(plain(loaded[0].out))
        return judge_plain(machine)

    loaded = [None]

    def body():
        loaded[0] = program.load()
    finding = Explorer(body, judge, program="", files=("snippet.py",), fair="timeout=0.1" not in source).explore()
    assert finding.verdict == "proved", (finding.kind, finding.message)
    return seen


@pytest.mark.parametrize("name", SNIPPETS)
def test_same_as_the_real_library(name, capfd):
    source = HEAD + SNIPPETS[name]
    module = types.ModuleType("snippet")
    exec(compile(source, "snippet.py", "exec"), module.__dict__)
    assert plain(module.out) in on_the_machine(source)


# -- what real threads do is among what is explored ------------------------------------------------------------------

RUNS = 60


def real_outcomes(source):
    code = compile(source, "snippet.py", "exec")
    interval = sys.getswitchinterval()
    seen = []
    try:
        for run in range(RUNS):
            sys.setswitchinterval((1e-6, 1e-5, 5e-3)[run % 3])
            module = types.ModuleType("snippet")
            exec(code, module.__dict__)
            seen.append(plain(module.out))
    finally:
        sys.setswitchinterval(interval)
    return seen


@pytest.mark.parametrize("name", OUTCOMES)
def test_real_outcomes_are_among_the_explored_ones(name):
    explored = on_the_machine(HEAD + OUTCOMES[name])
    for outcome in real_outcomes(HEAD + OUTCOMES[name]):
        assert outcome in explored
    assert len({str(o) for o in explored}) > 1


# -- what the machine promises beyond ----------------------------------------------------------------------------------

def result_of(body, **how):
    return explore((Program(HEAD + body, "f.py", "f", trusted=True), "main"), **how)


def test_a_call_that_waits_for_its_own_pool_is_told():
    result = result_of("""
def inner(): return 1
def main():
    with ThreadPoolExecutor(1) as p:
        p.submit(lambda: p.submit(inner).result()).result()
""")
    assert (result.verdict, result.kind) == ("failed", "deadlock")
    assert "for the result of call 2 (inner), which no worker has begun" in result.message


def test_two_workers_with_a_lock_are_proved_in_six_schedules():
    result = result_of("""
def main():
    lock = threading.Lock(); total = []
    def add(x):
        with lock: total.append(x)
        return x
    with ThreadPoolExecutor(2) as p:
        fs = [p.submit(add, 1), p.submit(add, 2)]
        assert sum(f.result() for f in fs) == sum(total) == 3
""")
    assert result.verdict == "proved" and result.schedules <= 8, result


def judged_plainly(body):
    """As ``result_of``, but a pool that is left open is no failure."""
    program = Program(HEAD + body, "f.py", "f", trusted=True)
    return Explorer(lambda: program.load().main(), judge_plain, program="").explore()


def test_what_was_submitted_is_run_though_nobody_shuts_down():
    result = judged_plainly("""
def main():
    def work():
        out.append(1)
        raise KeyboardInterrupt         # stays with its future
    pool = ThreadPoolExecutor(1)
    pool.submit(out.append, 0); pool.submit(work)
""")
    assert result.verdict == "proved", result


def test_submit_after_the_main_thread_has_ended_is_refused():
    result = judged_plainly("""
def main():
    p = ThreadPoolExecutor(1)
    def late():
        for i in range(2):
            try: p.submit(int)
            except RuntimeError as error: assert str(error) == "cannot schedule new futures after interpreter shutdown"
    p.submit(late)
""")
    assert result.verdict == "proved" and result.schedules > 2, result


def test_a_callback_that_submits_while_shutdown_throws_out_is_stuck_as_in_cpython():
    result = result_of("""
def main():
    gate = threading.Event()
    p = ThreadPoolExecutor(1)
    p.submit(gate.wait)
    p.submit(int).add_done_callback(lambda f: p.submit(int))
    p.shutdown(wait=False, cancel_futures=True)
    gate.set()
""")
    assert (result.verdict, result.kind) == ("failed", "deadlock")
    assert "the executor's own lock" in result.message


def test_as_completed_takes_finished_ones_in_an_order_that_nobody_expects():
    result = result_of("""
def main():
    fs = [Future(), Future()]
    for f in fs: f.set_result(f)
    assert list(as_completed(fs)) == fs
""")
    assert result.verdict == "failed"


def test_a_timeout_of_result_is_explored():
    body = """
def main():
    with ThreadPoolExecutor(1) as p: p.submit(int).result(timeout=10)
"""
    assert result_of(body).kind == "exception"
    assert result_of(body, fair=True).verdict == "proved"


def test_map_with_a_buffer_submits_no_more_than_it_holds():
    from autograder.standins.executors import map_with_buffer

    class Now:
        """An executor that runs each call at once."""

        def submit(self, fn, x):
            from autograder.standins.futures import Future
            asked.append(x)
            future = Future()
            future.set_result(fn(x))
            return future

    asked, seen = [], []

    def body():
        asked.clear()
        for x in map_with_buffer(Now(), abs, [1, 2, 3, 4], buffersize=2):
            seen.append((x, len(asked)))
    assert Explorer(body, judge_plain, program="").explore().verdict == "proved"
    assert seen == [(1, 3), (2, 4), (3, 4), (4, 4)]
    for wrong, error in ((0, ValueError), ("1", TypeError)):
        with pytest.raises(error):
            map_with_buffer(Now(), abs, [1], buffersize=wrong)
