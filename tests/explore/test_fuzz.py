"""Random tiny programs: DPOR finds exactly the traces that trying every choice finds, whatever is combined with whatever.

Programs are drawn from seeds, the same in every run.  To look further, with other seeds: ``python -m tests.explore.test_fuzz
FIRST LAST [WORD …]`` tries those in between, on objects whose making has one of the words in it, and prints what it finds.
"""

import random
import sys
from collections import Counter

import pytest

from autograder.explore.dpor import DPOR
from autograder.explore.program import Program
from tests.explore.test_dpor_sound import HEAD, EveryChoice, traces

SEEDS = range(150)
LIMIT = 400                 # schedules after which a program is too large: the next one is tried

QUEUE = ["o.put(1)", "o.put(2)", "o.get()", "o.get()", "o.get_nowait()", "o.get(timeout=1)", "o.get(timeout=2)", "o.qsize()",
         "o.empty()"]
TASKS = [*QUEUE, "o.put_nowait(3)", "o.put(4, timeout=1)", "o.task_done()", "o.task_done()", "o.join()", "o.full()",
         "o.unfinished_tasks", "len(o.queue)"]
if sys.version_info >= (3, 13):
    TASKS += ["o.shutdown()", "o.shutdown(immediate=True)", "o.is_shutdown"]
SEMAPHORE = ["o.acquire()", "o.acquire()", "o.release()", "o.release()", "o.acquire(blocking=False)", "o.acquire(timeout=1)",
             "o.acquire(timeout=2)", "o._value", "o.release(2)"]
LOCK = ["o.acquire()", "o.release()", "o.acquire(blocking=False)", "o.acquire(timeout=1)", "o.acquire(timeout=2)"]
INSIDE = ["b.x = 1", "b.x", "b.x += 1"]
WITH = ["with o: " + step for step in INSIDE]
CONDITION = [*WITH, "with o: o.wait()", "with o: o.wait(timeout=1)", "with o: o.wait(timeout=2)", "with o: o.notify()",
             "with o: o.notify()", "with o: o.notify_all()", "with o: o.wait_for(lambda: b.x)", "o.wait()", "o.notify()"]
EVENT = ["o.set()", "o.set()", "o.clear()", "o.wait()", "o.wait()", "o.wait(timeout=1)", "o.wait(timeout=2)", "o.is_set()"]
BARRIER = [*["o.wait()"] * 4, "o.wait(timeout=1)", "o.wait(timeout=2)", "o.abort()", "o.reset()", "o.broken", "o.n_waiting"]

# what makes the object -> what is done to it
OBJECTS = {
    "threading.Lock()": [*LOCK, *WITH, "o.locked()"],
    "threading.RLock()": [*LOCK, *WITH],
    "threading.Semaphore(0)": SEMAPHORE,
    "threading.Semaphore(1)": SEMAPHORE + WITH,
    "threading.BoundedSemaphore(1)": SEMAPHORE + WITH,
    "threading.Condition()": CONDITION,
    "threading.Condition(threading.Lock())": [*CONDITION, "o.acquire(blocking=False)"],
    "threading.Event()": EVENT,
    "threading.Barrier(2)": BARRIER,
    "queue.Queue()": TASKS,
    "queue.Queue(1)": TASKS,
    "queue.Queue(2)": TASKS,
    "queue.LifoQueue(1)": TASKS,
    "queue.PriorityQueue()": TASKS,
    "queue.SimpleQueue()": QUEUE,
}
LOCKS = ("threading.Lock()", "threading.RLock()")
SHARED = {"threading.Condition(o0)": CONDITION}         # where the first object is a lock
KNOWN = OBJECTS | SHARED
APART = [*INSIDE, "time.sleep(1)", "b.x = time.monotonic()"]


def program(draw, words=("",)):
    """The source of a random program: two or three threads with one to three steps each, on one object or two."""
    makings = [m for m in OBJECTS if any(word in m for word in words)]
    objects = draw.choices(makings, k=draw.choice([1, 1, 2]))
    if objects[0] in LOCKS and draw.random() < 0.3:
        objects[1:] = SHARED
    lines = ["import queue", "def main():", "    b = Box(); b.x = 0"]
    lines += [f"    o{i} = {making}" for i, making in enumerate(objects)]
    if draw.random() < 0.3:
        lines += steps(draw, objects, 1, "    ")
    threads = draw.choice([2, 2, 3])
    for thread in range(threads):
        lines += [f"    def f{thread}():", *steps(draw, objects, draw.choice([1, 2, 2, 3]), "        ")]
    return "\n".join([*lines, f"    run({', '.join(f'f{t}' for t in range(threads))})", ""])


def steps(draw, objects, number, indent):
    lines = []
    for _ in range(number):
        which = draw.randrange(len(objects))
        step = draw.choice(KNOWN[objects[which]] if draw.random() < 0.85 else APART)
        if objects[1 - which:] and WITH[0] in KNOWN[objects[1 - which]] and not step.startswith("with") and draw.random() < 0.3:
            step = f"with o{1 - which}: {step}"
        step = step.replace("o.", f"o{which}.").replace("with o:", f"with o{which}:")
        lines += [f"{indent}try:", f"{indent}    {step}", f"{indent}except Exception: pass"]
    return lines


def differs(source, fair):
    """None when DPOR finds what it should find; else what it lost and what it made up, and whether that loses an ending.

    AssertionError when the program is too large.
    """
    tiny = Program(HEAD + source, "fuzz.py", "tiny")
    expected, _ = traces(tiny, EveryChoice, fair, LIMIT)
    found, _ = traces(tiny, DPOR, fair, 10 * LIMIT)
    if found.keys() == expected.keys() and set(found.values()) == set(expected.values()):
        return None
    return (f"{len(expected)} traces, {len(expected.keys() - found.keys())} lost, {len(found.keys() - expected.keys())} made up; "
            f"endings lost: {set(expected.values()) - set(found.values()) or 'none'}")


@pytest.mark.parametrize("part", range(10))
@pytest.mark.parametrize("fair", [False, True], ids=["adversarial", "fair"])
def test_random_programs_have_the_traces_that_every_choice_finds(fair, part):
    tried = 0
    for seed in SEEDS[part::10]:
        source = program(random.Random(seed))
        try:
            difference = differs(source, fair)
        except AssertionError:
            continue
        tried += 1
        assert difference is None, f"{difference}\n{source}"
    assert tried > len(SEEDS) // 20


def look_further(first, last, words):
    count = Counter()
    for seed in range(first, last):
        source = program(random.Random(seed), words)
        for fair in (False, True):
            try:
                difference = differs(source, fair)
            except AssertionError:
                count["too large"] += 1
                continue
            count["right" if difference is None else "wrong"] += 1
            if difference is not None:
                print(f"seed {seed}, {'fair' if fair else 'adversarial'}: {difference}\n{source}", flush=True)
    print(sys.version.split()[0], dict(count))


if __name__ == "__main__":
    look_further(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:] or ("",))
