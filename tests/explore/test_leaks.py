"""What a program leaves behind is a failure of kind leak; what only looks like it is none."""

import pytest

from autograder.explore import explore, replay
from autograder.explore.program import Program
from tests.explore.test_programs import FOLDER, RACY, expected_kinds, header

HEAD = """
import threading, multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

def visible(box):
    box.append(1)

def process():
    pass
"""

LEAKS = {
    "never joined": ("worker, started in line 14, may still be running: nobody has joined it", """
    box = []
    thread = threading.Thread(target=visible, args=(box,), name="worker")
    thread.start()
    box.append(2)
"""),
    "ended by luck before main returned": ("worker", """
    box = []
    done = threading.Semaphore(0)
    def work():
        done.release()
        box.append(1)
    threading.Thread(target=work, name="worker").start()
    done.acquire()
    box.append(2)
"""),
    "one of two joined": ("second", """
    box = []
    threads = [threading.Thread(target=visible, args=(box,), name=name) for name in ("first", "second")]
    for thread in threads: thread.start()
    threads[0].join()
"""),
    "started by a thread that was joined": ("inner", """
    box = []
    def outer():
        threading.Thread(target=visible, args=(box,), name="inner").start()
        box.append(2)
    thread = threading.Thread(target=outer)
    thread.start()
    thread.join()
"""),
    "a join that gave up": ("worker", """
    box = []
    thread = threading.Thread(target=visible, args=(box,), name="worker")
    thread.start()
    box.append(2)
    thread.join(0.1)
"""),
    "a pool that nobody shuts down": ("ThreadPoolExecutor-0_0", """
    pool = ThreadPoolExecutor(1)
    pool.submit(len, "").result()
"""),
    "a pool of processes that nobody shuts down": ("nobody has shut its executor down", """
    pool = ProcessPoolExecutor(1)
    pool.submit(len, "").result()
"""),
    "a process that nobody joins": ("Process-1", """
    multiprocessing.Process(target=process).start()
"""),
    "a process that was heard of but not joined": ("Process-1", """
    ready = multiprocessing.Semaphore(0)
    multiprocessing.Process(target=ready.release).start()
    ready.acquire()
"""),
    "main holds a lock": ("main has ended and never released lock", """
    lock = threading.Lock()
    lock.acquire()
"""),
    "a lock within a condition": ("worker has ended and never released", """
    changed = threading.Condition()
    thread = threading.Thread(target=changed.acquire, name="worker")
    thread.start()
    thread.join()
"""),
    "a lock that was got in time": ("main has ended and never released lock", """
    lock = threading.Lock()
    lock.acquire(timeout=1)
"""),
}

NO_LEAKS = {
    "joined": """
    thread = threading.Thread(target=visible, args=([],))
    thread.start()
    thread.join()
""",
    "seen to have ended": """
    box = []
    thread = threading.Thread(target=visible, args=(box,))
    thread.start()
    box.append(2)
    thread.join(1)
    if thread.is_alive():
        thread.join()
""",
    "a daemon": """
    box = []
    threading.Thread(target=visible, args=(box,), daemon=True).start()
    box.append(2)
""",
    "waited for by a semaphore, under a lock": """
    done, lock = threading.Semaphore(0), threading.Lock()
    def work():
        with lock:
            done.release()
    threading.Thread(target=work).start()
    done.acquire()
    lock.acquire(blocking=False) and lock.release()
""",
    "a timer that has run": """
    done = threading.Event()
    threading.Timer(1, done.set).start()
    done.wait()
""",
    "a pool in a with statement": """
    with ThreadPoolExecutor(1) as pool:
        pool.submit(len, "")
""",
    "a pool that is shut down without waiting": """
    pool = ThreadPoolExecutor(1)
    pool.submit(len, "").result()
    pool.shutdown(wait=False)
""",
    "a pool of processes": """
    with ProcessPoolExecutor(1) as pool:
        pool.submit(len, "")
""",
    "a pool of processes that is shut down without waiting": """
    pool = ProcessPoolExecutor(1)
    pool.submit(len, "").result()
    pool.shutdown(wait=False)
""",
    "a process that is joined": """
    child = multiprocessing.Process(target=process)
    child.start()
    child.join()
""",
    "a process that is a daemon": """
    multiprocessing.Process(target=process, daemon=True).start()
""",
    "a lock as a gate": """
    gate = threading.Lock()
    gate.acquire()
    thread = threading.Thread(target=gate.release)
    thread.start()
    gate.acquire()
    thread.join()
""",
    "a lock as a flag": """
    lock = threading.Lock()
    threads = [threading.Thread(target=lock.acquire, args=(False,)) for _ in range(2)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
""",
}


def program(body):
    return Program(f"{HEAD}\ndef main():{body}", "leaks.py", "leaks_program", trusted=True), "main"


@pytest.mark.parametrize("name", LEAKS)
def test_what_is_left_behind_is_told(name):
    part, body = LEAKS[name]
    result = explore(program(body))
    assert (result.verdict, result.kind) == ("failed", "leak"), result
    assert part in result.message
    again = replay(program(body), result.schedule)
    assert (again.kind, again.message, again.trace) == (result.kind, result.message, result.trace)
    quiet = explore(program(body), leaks=False)
    assert quiet.verdict == "proved" and quiet.schedules == result.schedules
    assert replay(program(body), result.schedule, leaks=False).verdict == "passed"


@pytest.mark.parametrize("fair", [False, True], ids=["adversarial", "fair"])
@pytest.mark.parametrize("name", NO_LEAKS)
def test_what_is_waited_for_is_not_left_behind(name, fair):
    result = explore(program(NO_LEAKS[name]), fair=fair)
    assert result.verdict == "proved", result


def test_another_failure_is_told_before_a_leak():
    result = explore(program("""
    box = []
    threading.Thread(target=visible, args=(box,)).start()
    assert not box, "the thread was faster"
"""))
    assert result.kind == "race" and "the thread was faster" in result.message


@pytest.mark.parametrize("name", [name for name in RACY if "leak" in header(FOLDER / "racy" / f"{name}.py")["kind"]])
def test_without_leaks_only_other_kinds_are_failures(name):
    path = FOLDER / "racy" / f"{name}.py"
    result = explore((path, "main"), leaks=False)
    assert result.verdict == "proved" or result.kind in expected_kinds(path) - {"leak"}
