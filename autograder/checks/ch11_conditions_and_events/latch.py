"""A latch that counts down to zero and then stays open.

Goal: change the count and decide to wake in one go; wait in a loop for what is true, not for a signal; spend a timeout once.
Bounds: counts 0 to 5; up to three waiters; up to three calls of count_down at once.
"""

import threading

from autograder.checks.spec import Exercise, attempt, check, expect, expect_raises, monotonic, settle, sleep, spawn, still_waits

EXERCISE = Exercise(
    title="A count-down latch",
    provides=("CountDownLatch(1)", ".count_down()", ".wait(timeout=None)", ".count"),
    forbids=("asyncio",),
    hints=(
        "Where to look: a waiter looks at the count and then goes to sleep; `count_down` changes the count and then wakes. What "
        "if one happens between the two halves of the other? And how many are asleep?",
        "Which primitive: a `Condition` guards the count, and its `wait_for` looks again after each wake-up and counts the "
        "timeout only once. Everybody has to be woken, not just one.",
        "A sketch: count_down: with the condition: if the count is above 0, lower it; when it comes to 0, notify_all. wait: with "
        "the condition: return wait_for(the count is 0, timeout). count: with the condition: return it.",
    ),
)

ONE_GO = "Looking at the count and acting on it belong together: what can another thread do in between?"
TOTAL = "What wakes a waiter before its time, and how much of its timeout is left then?"


def latch_of(m, count):
    return attempt(f"CountDownLatch({count})", m.CountDownLatch, count)


def is_true(got, call, why):
    expect(got is True, f"{call} returned {got!r} although {why}; it must return True")


def down(latch, count, expected):
    """One count_down, in a thread of its own because it might wait; then the count must be ``expected``."""
    worker = spawn(latch.count_down, name="count_down()")
    settle()
    expect(worker.done, "count_down() waits", "deadlock")
    worker.join()
    reads(latch, expected, f"count_down() was called at {count}")


def reads(latch, expected, why):
    reader = spawn(lambda: latch.count, name="the reader of count")
    settle()
    expect(reader.done, "reading count waits", "deadlock")
    got = reader.join()
    expect(got == expected, f"count is {got!r}: {why}, so it must be {expected}")


@check(points=2, promise="`wait` returns `True` at once when the count is 0. The count never goes below 0. `count < 0` is a "
                         "`ValueError`.")
def basics(explore):
    """One thread counts down to zero and not below, and `wait` answers at once."""
    def counts(m):
        latch = latch_of(m, 2)
        for count, after in ((2, 1), (1, 0), (0, 0), (0, 0)):
            got = attempt("count", lambda: latch.count)
            expect(not callable(got), "count is a method, and it must be a property: `latch.count`, read without brackets, is "
                                      "the number")
            expect(got == count, f"count is {got!r}, and it must be {count}")
            if count:
                got = attempt("wait(timeout=0)", lambda: latch.wait(timeout=0))
                expect(got is False, f"wait(timeout=0) returned {got!r} although the count is {count}; it must return False")
            else:
                is_true(attempt("wait()", latch.wait), "wait()", "the count is 0")
            attempt("count_down()", latch.count_down)
            got = latch.count
            expect(got == after, f"after count_down() at {count}, count is {got!r}, and it must be {after}")
        for _ in range(2):
            is_true(attempt("wait()", latch.wait), "wait()", "the count is 0")
            is_true(attempt("wait(5)", latch.wait, 5), "wait(5)", "the count is 0")
            is_true(attempt("wait(timeout=0)", lambda: latch.wait(timeout=0)), "wait(timeout=0)", "the count is 0")

    def open_from_the_start(m):
        latch = latch_of(m, 0)
        for timeout in (None, 0, 3):
            is_true(attempt(f"wait({timeout})", latch.wait, timeout), f"wait({timeout})", "the latch was made with a count of 0")
        expect(latch.count == 0, f"count is {latch.count!r} in a latch made with 0")

    def two_latches(m):
        one, other = latch_of(m, 2), latch_of(m, 1)
        attempt("count_down()", other.count_down)
        expect((one.count, other.count) == (2, 0), f"of two latches with 2 and 1, the second was counted down; now they are at "
               f"{one.count!r} and {other.count!r}")
        got = attempt("wait(timeout=0)", lambda: one.wait(timeout=0))
        expect(got is False, f"wait(timeout=0) returned {got!r} although the count is 2: only another latch was counted "
                             "down to 0")

    def arguments(m):
        for count in (-1, -5):
            expect_raises(ValueError, m.CountDownLatch, count, what=f"CountDownLatch({count})")

    for scenario in (counts, open_from_the_start, two_latches, arguments):
        explore(scenario, fair=True, max_schedules=300, samples=30)


@check(points=3, look=ONE_GO, promise="`wait` blocks until the count is 0. All the waiters are let go.")
def waiting(explore):
    """wait blocks until the count is 0, and then all the waiters go on."""
    def step_by_step(count, waiters):
        def scenario(m):
            latch = latch_of(m, count)
            workers = [spawn(latch.wait, name=f"waiter {i + 1}") for i in range(waiters)]
            settle()
            for left in range(count, 0, -1):
                for worker in workers:
                    still_waits(worker, f"wait() has returned to {worker.name} although the count is {left}")
                reads(latch, left, f"it was {count} and count_down() was called {count - left} times")
                down(latch, left, left - 1)
            free(workers, "the count is 0")
            later = spawn(latch.wait, name="a later waiter")
            settle()
            free([later], "the count is 0")
        return scenario

    def free(workers, why):
        through = sum(w.done for w in workers)
        expect(through == len(workers), f"{why}, and {len(workers) - through} of {len(workers)} waiters still sleep",
               "lost_wakeup")
        for worker in workers:
            is_true(worker.join(), "wait()", why)

    def free_run(count, waiters):
        def scenario(m):
            latch = latch_of(m, count)
            workers = [spawn(latch.wait, name=f"waiter {i + 1}") for i in range(waiters)]
            counters = [spawn(latch.count_down, name=f"counter {i + 1}") for i in range(count)]
            settle()
            for worker in counters:
                expect(worker.done, f"{worker.name} waits in count_down()", "deadlock")
                worker.join()
            free(workers, f"count_down() was called {count} times at {count}")
        return scenario

    def one_short(count, waiters):
        """Fewer calls than the count: nobody may go on."""
        def scenario(m):
            latch = latch_of(m, count)
            workers = [spawn(latch.wait, name=f"waiter {i + 1}") for i in range(waiters)]
            counters = [spawn(latch.count_down, name=f"counter {i + 1}") for i in range(count - 1)]
            settle()
            for worker in counters:
                expect(worker.done, f"{worker.name} waits in count_down()", "deadlock")
                worker.join()
            for worker in workers:
                still_waits(worker, f"wait() has returned to {worker.name} after {count - 1} of {count} calls of count_down()")
            latch.count_down()
            settle()
            free(workers, "the count is 0")
        return scenario

    def two_latches(m):
        one, other = latch_of(m, 1), latch_of(m, 1)
        theirs = spawn(one.wait, name="waiter of the one")
        mine = spawn(other.wait, name="waiter of the other")
        settle()
        down(other, 1, 0)
        still_waits(theirs, "a waiter goes on although only another latch was counted down")
        free([mine], "the count is 0")
        down(one, 1, 0)
        free([theirs], "the count is 0")

    def none_too_early(m):
        latch = latch_of(m, 1)
        waiter = spawn(latch.wait, name="waiter")
        counter = spawn(latch.count_down, name="counter")
        is_true(waiter.join(), "wait()", "it has returned")
        now = latch.count
        expect(now == 0, f"wait() has returned, and count reads {now!r}")
        is_true(latch.wait(timeout=0), "wait(timeout=0)", "another wait() has returned True before")
        counter.join()

    for scenario in (step_by_step(1, 1), step_by_step(1, 2), step_by_step(2, 3), free_run(1, 1), free_run(1, 2), free_run(2, 1),
                     free_run(2, 2), one_short(2, 1), one_short(2, 2), one_short(3, 1), none_too_early, two_latches):
        explore(scenario)


def slowly(scenario):
    """The machine may stop for 100 seconds at any moment."""
    def slow(m):
        spawn(sleep, 100, name="a slow machine", stays=True)
        scenario(m)
    return slow


@check(points=2, look=TOTAL, promise="`wait` returns `True` when the count is 0, or `False` at the timeout. `timeout` is the "
                                     "total time.")
def timeouts(explore):
    """wait(timeout=…) gives up after that time in all, and not before."""
    def gives_up(m):
        latch = latch_of(m, 1)
        for seconds in (3, 0, 0.5):
            worker = spawn(lambda: latch.wait(timeout=seconds), name=f"wait(timeout={seconds})", stays=True)
            sleep(seconds + 1)
            expect(worker.done, f"wait(timeout={seconds}) still waits after {seconds + 1} seconds", "hang")
            got = worker.join()
            expect(got is False, f"wait(timeout={seconds}) returned {got!r} although the count is 1; it must return False")
        reads(latch, 1, "nobody counted down")
        down(latch, 1, 0)
        is_true(latch.wait(timeout=1), "wait(timeout=1)", "the count is 0")

    def in_time(m):
        latch = latch_of(m, 2)
        workers = [spawn(latch.wait, 5, name=f"wait(5) number {i + 1}", stays=True) for i in range(2)]
        for left in (2, 1):
            sleep(2)
            for worker in workers:
                still_waits(worker, f"{worker.name} has returned after {2 * (3 - left)} seconds although the count is {left}")
            latch.count_down()
        sleep(0.5)
        for worker in workers:
            expect(worker.done, f"the count came to 0 in time, and {worker.name} does not go on", "lost_wakeup")
            is_true(worker.join(), worker.name, "the count came to 0 in time")

    def total(m):
        latch = latch_of(m, 5)
        worker = spawn(lambda: latch.wait(timeout=10), name="wait(timeout=10)", stays=True)
        for _ in range(3):
            sleep(3)
            latch.count_down()
            if monotonic() < 10:
                still_waits(worker, "wait(timeout=10) gave up before its time, or went on at a count above 0")
        sleep(2)
        expect(worker.done, f"wait(timeout=10) still waits after {monotonic():g} seconds: each wake-up starts its clock again")
        got = worker.join()
        expect(got is False, f"wait(timeout=10) returned {got!r} although the count is 2")

    def others_are_let_go(count):
        def scenario(m):
            latch = latch_of(m, count)
            timed = spawn(lambda: latch.wait(timeout=1), name="wait(timeout=1)")
            patient = spawn(latch.wait, name="wait()", stays=True)
            for _ in range(count):
                latch.count_down()
            got = timed.join()
            expect(type(got) is bool, f"wait(timeout=1) returned {got!r}; it must return True or False")
            settle()
            expect(patient.done, f"the count is 0, wait(timeout=1) returned {got}, and wait() still sleeps: its wake-up was lost",
                   "lost_wakeup")
            is_true(patient.join(), "wait()", "the count is 0")
        return scenario

    def gone_for_good(m):
        """A waiter that has given up is no longer in anybody's way."""
        latch = latch_of(m, 1)
        timed = spawn(lambda: latch.wait(timeout=1), name="wait(timeout=1)")
        got = timed.join()
        expect(got is False, f"wait(timeout=1) returned {got!r} although nobody counted down")
        patient = spawn(latch.wait, name="wait()", stays=True)
        settle()
        down(latch, 1, 0)
        expect(patient.done, "one waiter gave up, another came, the count is 0, and it still sleeps", "lost_wakeup")
        is_true(patient.join(), "wait()", "the count is 0")

    def each_its_own(m):
        """A waiter's timeout is its own: who waits besides it, and how long, does not matter."""
        latch = latch_of(m, 1)
        patient = spawn(latch.wait, name="wait()", stays=True)
        settle()
        long, short = [spawn(latch.wait, seconds, name=f"wait({seconds})", stays=True) for seconds in (6, 2)]
        sleep(3)
        expect(short.done, "wait(2) still waits after 3 seconds, while a wait() and a wait(6) wait as well", "hang")
        got = short.join()
        expect(got is False, f"wait(2) returned {got!r} although the count is 1")
        still_waits(long, "wait(6) has returned after 3 seconds although the count is 1")
        latch.count_down()
        sleep(1)
        expect(long.done and patient.done, "the count is 0, and a waiter that was there in time still sleeps", "lost_wakeup")
        is_true(long.join(), "wait(6)", "the count came to 0 in time")
        is_true(patient.join(), "wait()", "the count is 0")

    for scenario in (gives_up, in_time, total, gone_for_good, each_its_own):
        explore(scenario, fair=True)
    for scenario in (others_are_let_go(1), others_are_let_go(2)):
        explore(slowly(scenario))


@check(points=2, look=ONE_GO, promise="The count never goes below 0. Once `count` has read 0, every later `wait` returns `True`.")
def interleavings(explore):
    """Counting down at once loses nothing and never goes below 0; once count has read 0, every later wait returns True."""
    def at_once(count, counters):
        def scenario(m):
            latch = latch_of(m, count)
            for worker in [spawn(latch.count_down, name=f"counter {i + 1}") for i in range(counters)]:
                worker.join()
            left = max(0, count - counters)
            reads(latch, left, f"it was {count} and count_down() was called {counters} times, at once")
            for _ in range(left):
                latch.count_down()
            is_true(latch.wait(timeout=0), "wait(timeout=0)", "the count is 0")
        return scenario

    def seen(count, counters):
        """What a reader sees meanwhile."""
        def scenario(m):
            latch = latch_of(m, count)
            workers = [spawn(latch.count_down, name=f"counter {i + 1}") for i in range(counters)]
            before = count
            for _ in range(2):
                now = latch.count
                expect(now >= 0, f"count has read {now}: it is below 0")
                expect(now <= before, f"count has read {before}, and after that {now}: it can only go down")
                before = now
            if before == 0:
                is_true(latch.wait(timeout=0), "wait(timeout=0)", "count has read 0 before")
            for worker in workers:
                worker.join()
        return scenario

    def read_then_wait(m):
        latch = latch_of(m, 1)
        counter = spawn(latch.count_down, name="counter")
        if latch.count == 0:
            is_true(latch.wait(timeout=0), "wait(timeout=0)", "count has read 0 before")
            is_true(latch.wait(), "wait()", "count has read 0 before")
        counter.join()

    def many_later(m):
        """All of those who come when count has read 0 get True, however slow the machine is."""
        latch = latch_of(m, 1)
        early = spawn(latch.wait, name="early waiter")
        latch.count_down()
        now = latch.count
        expect(now == 0, f"count is {now!r} after count_down() at 1")
        later = [spawn(lambda: latch.wait(timeout=1), name=f"later wait(timeout=1) number {i + 1}") for i in range(2)]
        for worker in later:
            is_true(worker.join(), worker.name, "count has read 0 before")
        is_true(early.join(), "wait()", "the count is 0")

    for scenario in (at_once(3, 2), at_once(1, 2), at_once(2, 3), at_once(2, 2), seen(1, 1), seen(1, 2), seen(2, 2),
                     read_then_wait, many_later):
        explore(scenario, max_schedules=800, samples=80)


@check(points=1, after=("waiting", "interleavings"), real=True, promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, four threads count down from 400, and three waiters go on at zero."""
    latch = module.CountDownLatch(400)
    called, answers = [], []

    def count_down():
        for _ in range(100):
            called.append(1)
            latch.count_down()

    def wait():
        answer = latch.wait()
        answers.append([answer, len(called), latch.count])

    threads = [threading.Thread(target=wait) for _ in range(3)] + [threading.Thread(target=count_down) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"answers": answers, "later": latch.wait(timeout=0)}


@real_threads.judge
def _(data):
    for answer, called, count in data["answers"]:
        expect(answer is True and called == 400 and count == 0,
               f"wait() returned {answer} after {called} of 400 calls of count_down(), and count was {count}")
    expect(data["later"] is True, f"afterwards wait(timeout=0) returned {data['later']}")
