"""Real runs: who hangs is told where each thread waits; what is left behind is seen."""
import pytest

from autograder import sandbox

COUNTER = """
import threading
class Counter:
    def __init__(self, start=0):
        self.value = start
        self.lock = threading.Lock()
    def increment(self, amount=1):
        with self.lock: self.value += amount
    def decrement(self, amount=1):
        with self.lock: self.value -= amount
"""


def real(source, method=""):
    """What the job of a real check sends back, and what it says meanwhile."""
    said = {}
    job = {"call": "real", "exercise": "ch02_gil/counter", "check": "real_threads", "source": source, "method": method}
    outcome = sandbox.run(job, on_progress=said.update)
    return outcome, said


def test_a_right_module_sends_data_and_leaves_nothing():
    outcome, said = real(COUNTER)
    assert outcome.status == "ok" and outcome.result["left"] == "" and "data" in outcome.result and not said


def test_a_module_that_hangs_says_where_each_thread_waits():
    outcome, said = real(COUNTER.replace("with self.lock: self.value += amount", "self.lock.acquire()"))
    assert outcome.status == "died"
    assert "nothing moves any more" in said["hang"] and "in line 8 (self.lock.acquire())" in said["hang"]


@pytest.mark.parametrize("body, part", [
    ("threading.Thread(target=threading.Event().wait, daemon=True, name='left over').start()", "the thread left over is still running"),
    ("import multiprocessing, time; multiprocessing.Process(target=time.sleep, args=(60,), daemon=True).start()", "is still running"),
    ("import multiprocessing.shared_memory as s; s.SharedMemory(create=True, size=10)", "nobody has unlinked it"),
])
def test_what_is_left_behind_is_seen(body, part):
    source = COUNTER.replace("        self.lock = threading.Lock()", f"        self.lock = threading.Lock()\n        {body}")
    outcome, _ = real(source, "fork" if "multiprocessing" in body else "")
    assert outcome.status == "ok" and part in outcome.result["left"]
