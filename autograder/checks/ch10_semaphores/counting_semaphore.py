"""A counting semaphore from Lock and Condition.

Goal: keep a counter under a lock; wait for it in a loop; wake as many as can go on; spend a timeout once.
Bounds: values 0 to 3; up to three waiters; one or two releases at once.
"""

import threading

from autograder.checks.spec import Exercise, attempt, check, expect, expect_raises, monotonic, settle, sleep, spawn, still_waits

EXERCISE = Exercise(
    title="A counting semaphore",
    provides=("CountingSemaphore(value=1)", ".acquire(blocking=True, timeout=None)", ".release(n=1)", ".__enter__()",
              ".__exit__(a, b, c)"),
    forbids=("Semaphore", "BoundedSemaphore", "Manager", "SyncManager", "BaseManager", "asyncio"),
    hints=(
        "Where to look: the counter and the decision to wait belong together. Between looking at the counter and "
        "changing it, nobody else may get in.",
        "Which primitive: a `Condition` holds the lock and the queue of waiters. Wait in a `while` loop, because another "
        "thread may have taken the permit before you woke up. `time.monotonic()` tells how much of the timeout is left.",
        "A sketch: acquire: with the condition: while the counter is 0: give up if not blocking or no time is left, else "
        "wait for the rest of the time; then take one and return True. release: with the condition: add n, and notify n.",
    ),
)

RECHECK = "A waiter that wakes up has been promised nothing: it must look at the counter again."


@check(points=2, promise="`acquire` returns `True`; `acquire(blocking=False)` returns `True` if a permit is free, else `False`; "
                         "`value < 0` or `n < 1` is a `ValueError`.")
def basics(explore):
    """One thread takes permits and gives them back; wrong arguments are refused."""
    def scenario(m):
        semaphore = attempt("CountingSemaphore(2)", m.CountingSemaphore, 2)
        for _ in range(2):
            got = attempt("acquire()", semaphore.acquire)
            expect(got is True, f"acquire() returned {got!r} although a permit was free; it must return True")
        free(semaphore, False, "both permits are taken")
        attempt("release()", semaphore.release)
        free(semaphore, True, "one permit was given back")
        attempt("release(3)", semaphore.release, 3)
        for i in range(3):
            free(semaphore, True, f"release(3) gave three permits back and {i} were taken since")
        free(semaphore, False, "all three permits are taken again")
        attempt("release(n=2)", lambda: semaphore.release(n=2))
        got = attempt("acquire(timeout=5)", lambda: semaphore.acquire(timeout=5))
        expect(got is True, f"acquire(timeout=5) returned {got!r} although a permit was free")
        got = attempt("acquire(True, 5)", semaphore.acquire, True, 5)
        expect(got is True, f"acquire(True, 5) returned {got!r} although a permit was free")
        one = attempt("CountingSemaphore()", m.CountingSemaphore)
        free(one, True, "the default is one permit")
        free(one, False, "the default is one permit, and it is taken")
        free(attempt("CountingSemaphore(0)", m.CountingSemaphore, 0), False, "it was made with no permits")
        free(attempt("CountingSemaphore(value=1)", lambda: m.CountingSemaphore(value=1)), True, "it was made with one")

    def context(m):
        semaphore = m.CountingSemaphore(1)
        with semaphore:
            free(semaphore, False, "the permit is taken inside `with`")
        free(semaphore, True, "`with` gives the permit back at its end")
        semaphore.release()
        try:
            with semaphore:
                raise KeyError("from inside")
        except KeyError:
            pass
        else:
            expect(False, "`with` swallows the exception of its body")
        free(semaphore, True, "`with` gives the permit back when its body raises")

    def arguments(m):
        for value in (-1, -5):
            expect_raises(ValueError, m.CountingSemaphore, value, what=f"CountingSemaphore({value})")
        semaphore = m.CountingSemaphore(0)
        for n in (0, -1, -3):
            expect_raises(ValueError, semaphore.release, n, what=f"release({n})")
        free(semaphore, False, "a refused release(n) adds nothing")

    explore(scenario)
    explore(context)
    explore(arguments)


def free(semaphore, expected, because):
    """acquire(blocking=False) must return ``expected``, and must not wait."""
    worker = spawn(lambda: semaphore.acquire(blocking=False), name="acquire(blocking=False)", stays=True)
    settle()
    expect(worker.done, "acquire(blocking=False) waits", "deadlock")
    got = worker.join()
    expect(got is expected, f"acquire(blocking=False) returned {got!r}: {because}, so it must return {expected}")


@check(points=2, after="basics", look=RECHECK,
       promise="The counter is never negative; after `release(n)` as many waiters as it can serve go on.")
def waiting(explore):
    """acquire waits at zero without polling; release(n) lets exactly n waiters go on."""
    def scenario(waiters, n):
        def run(m):
            semaphore = m.CountingSemaphore(0)
            workers = [spawn(semaphore.acquire, name=f"waiter {i + 1}", stays=True) for i in range(waiters)]
            settle()
            for worker in workers:
                still_waits(worker, f"{worker.name} went through at zero")
            giver = spawn(semaphore.release, n, name="release")
            settle()
            expect(giver.done, f"release({n}) waits", "deadlock")
            giver.join()
            through = sum(w.done for w in workers)
            expect(through == min(n, waiters), f"{waiters} waited, release({n}) came, {through} went on",
                   "lost_wakeup" if through < n else "wrong_result")
            for worker in workers:
                if worker.done:
                    expect(worker.join() is True, f"{worker.name} got {worker.join()!r}, not True")
            free(semaphore, n > waiters, f"{waiters} waited and {n} were given")
        return run

    def two_semaphores(m):
        one, other = m.CountingSemaphore(0), m.CountingSemaphore(0)
        theirs = spawn(one.acquire, name="waiter of another", stays=True)
        settle()
        mine = spawn(other.acquire, name="waiter", stays=True)
        settle()
        other.release()
        settle()
        expect(mine.done, "a waiter does not go on although a permit came: its wake-up went to another semaphore's waiter",
               "lost_wakeup")
        expect(not theirs.done, "a release of one semaphore lets a waiter of another go on")

    for one in (scenario(1, 1), scenario(2, 1), scenario(2, 3), scenario(3, 2), two_semaphores):
        explore(one)


@check(points=3, after="basics", look=RECHECK,
       promise="The counter is never negative; no wake-up is lost.")
def interleavings(explore):
    """Several threads acquire and release at once: no permit appears, vanishes, or is missed."""
    def one_permit(m):
        semaphore = m.CountingSemaphore(1)
        inside = []

        def visit(name):
            with semaphore:
                inside.append(name)
                expect(len(inside) == 1, f"{inside} are inside together, with one permit")
                inside.remove(name)
        finish([spawn(visit, name, name=name) for name in ("a", "b")], semaphore, 1)

    def two_permits(m):
        semaphore = m.CountingSemaphore(2)
        workers = [spawn(semaphore.acquire, name=f"waiter {i + 1}", stays=True) for i in range(3)]
        settle()
        through = sum(w.done for w in workers)
        expect(through == 2, f"three acquired at once with two permits: {through} went through")
        semaphore.release()
        settle()
        through = sum(w.done for w in workers)
        expect(through == 3, "the third waits although a permit was given back", "lost_wakeup")
        free(semaphore, False, "three were taken")

    def give_and_take(m):
        semaphore = m.CountingSemaphore(0)
        takers = [spawn(semaphore.acquire, name=f"waiter {i + 1}") for i in range(2)]
        givers = [spawn(semaphore.release, name=f"giver {i + 1}") for i in range(2)]
        finish(takers + givers, semaphore, 0)

    def give_two(m):
        semaphore = m.CountingSemaphore(0)
        takers = [spawn(semaphore.acquire, name=f"waiter {i + 1}") for i in range(2)]
        finish(takers + [spawn(semaphore.release, 2, name="release(2)")], semaphore, 0)

    def thief(m):
        semaphore = m.CountingSemaphore(0)
        taker = spawn(semaphore.acquire, name="waiter", stays=True)
        other = spawn(lambda: semaphore.acquire(blocking=False), name="thief")
        semaphore.release()
        stolen = other.join()
        settle()
        expect(taker.done != stolen, "one permit was given, and both got one" if stolen else
               "one permit was given, and nobody got it: the wake-up was lost", "wrong_result" if stolen else "lost_wakeup")

    def enough_for_both(m):
        semaphore = m.CountingSemaphore(2)
        first = spawn(semaphore.acquire, name="acquire()")
        second = spawn(lambda: semaphore.acquire(blocking=False), name="acquire(blocking=False)")
        expect(second.join() is True, "acquire(blocking=False) returned False although two permits were there for two")
        first.join()
        free(semaphore, False, "both are taken")

    def one_for_the_thief(m):
        semaphore = m.CountingSemaphore(0)
        taker = spawn(semaphore.acquire, name="waiter", stays=True)
        settle()
        semaphore.release(2)
        got = semaphore.acquire(blocking=False)
        expect(got is True, f"one waits, two permits were given, and acquire(blocking=False) returned {got!r}")
        settle()
        expect(taker.done, "the waiter does not go on although a permit is left for it", "lost_wakeup")

    for scenario in (one_for_the_thief, one_permit, two_permits, give_and_take, give_two, thief, enough_for_both):
        explore(scenario)


def finish(workers, semaphore, permits):
    """Join all; then exactly ``permits`` must be left."""
    for worker in workers:
        worker.join()
    for _ in range(permits):
        free(semaphore, True, "everybody is done and gave back what they took")
    free(semaphore, False, "no more permits were given than that")


@check(points=2, after="basics", look="How much of the timeout is left after a wake-up? Who gets the permit that a waiter "
                                      "was woken for just as its time ran out?",
       promise="A timed-out `acquire` returns `False` and takes nothing. `timeout` is the total time, however often the waiter "
               "is woken.")
def timeouts(explore):
    """acquire(timeout=…) gives up after that time in all, and takes nothing with it."""
    def gives_up(m):
        semaphore = m.CountingSemaphore(0)
        for seconds in (3, 0):
            start = monotonic()
            worker = spawn(lambda: semaphore.acquire(timeout=seconds), name=f"acquire(timeout={seconds})", stays=True)
            sleep(seconds + 1)
            expect(worker.done, f"acquire(timeout={seconds}) still waits after {monotonic() - start:g} seconds", "hang")
            got = worker.join()
            expect(got is False, f"acquire(timeout={seconds}) returned {got!r} although no permit came")
        semaphore.release()
        free(semaphore, True, "the acquire that timed out took nothing")

    def in_time(m):
        semaphore = m.CountingSemaphore(0)
        worker = spawn(lambda: semaphore.acquire(timeout=5), name="acquire(timeout=5)", stays=True)
        sleep(3)
        still_waits(worker, "acquire(timeout=5) gave up after 3 seconds or less")
        semaphore.release()
        sleep(1)
        expect(worker.done, "a permit came in time and the waiter does not go on", "lost_wakeup")
        expect(worker.join() is True, f"a permit came in time; acquire(timeout=5) returned {worker.join()!r}")
        free(semaphore, False, "the waiter took it")

    def total(m):
        semaphore = m.CountingSemaphore(0)
        worker = spawn(lambda: semaphore.acquire(timeout=10), name="acquire(timeout=10)", stays=True)
        for _ in range(3):
            sleep(3)
            semaphore.release()
            semaphore.acquire(blocking=False)       # taken away again, unless the waiter was quicker
        sleep(2)
        expect(worker.done, f"acquire(timeout=10) still waits after {monotonic():g} seconds: each wake-up starts its "
               "clock again", "wrong_result")
        worker.join()

    def slowly(scenario):
        """The machine may stop for 100 seconds at any moment."""
        def slow(m):
            spawn(sleep, 100, name="a slow machine", stays=True)
            scenario(m)
        return slow

    def races(m):
        semaphore = m.CountingSemaphore(0)
        timed = spawn(lambda: semaphore.acquire(timeout=1), name="acquire(timeout=1)")
        semaphore.release()
        got = timed.join()
        expect(got in (True, False) and type(got) is bool, f"acquire(timeout=1) returned {got!r}")
        free(semaphore, not got, f"one permit was given, and acquire(timeout=1) returned {got}")
        later = spawn(semaphore.acquire, name="acquire()", stays=True)
        settle()
        semaphore.release()
        settle()
        expect(later.done, "after an acquire(timeout=1), the next waiter does not go on although a permit came", "lost_wakeup")

    def at_once(m):
        semaphore = m.CountingSemaphore(0)
        timed = spawn(lambda: semaphore.acquire(timeout=1), name="acquire(timeout=1)")
        semaphore.release()
        mine = semaphore.acquire(blocking=False)
        got = timed.join()
        expect(mine != got, "one permit was given, and both got one" if got else "one permit was given; acquire(timeout=1) "
               "gave up, and acquire(blocking=False), called after the release, returned False")

    def does_not_swallow(permits):
        def scenario(m):
            semaphore = m.CountingSemaphore(0)
            timed = spawn(lambda: semaphore.acquire(timeout=1), name="acquire(timeout=1)")
            patient = spawn(semaphore.acquire, name="acquire()", stays=True)
            semaphore.release(permits)
            got = timed.join()
            settle()
            if permits == 1 and got:
                expect(not patient.done, "one permit was given, and both got one")
            else:
                expect(patient.done, f"release({permits}) came; acquire(timeout=1) returned {got} and acquire() still waits "
                       "beside a free permit: the wake-up was lost", "lost_wakeup")
            if permits == 2:
                free(semaphore, not got, f"two permits were given, one was taken, and acquire(timeout=1) returned {got}")
        return scenario

    explore(gives_up, fair=True)
    explore(in_time, fair=True)
    explore(total, fair=True)
    for scenario in (races, at_once, does_not_swallow(1), does_not_swallow(2)):
        explore(slowly(scenario))


@check(points=1, after=("interleavings", "waiting"), real=True,
       promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, four threads take turns at two permits."""
    semaphore = module.CountingSemaphore(2)
    lock = threading.Lock()
    inside, most = [0], [0]

    def visit():
        for _ in range(100):
            with semaphore:
                with lock:
                    inside[0] += 1
                    most[0] = max(most[0], inside[0])
                with lock:
                    inside[0] -= 1

    threads = [threading.Thread(target=visit) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    left = [semaphore.acquire(blocking=False) for _ in range(3)]
    return {"most": most[0], "left": left}


@real_threads.judge
def _(data):
    expect(data["most"] <= 2, f"{data['most']} threads were inside at once, with two permits")
    expect(data["left"] == [True, True, False], f"afterwards three acquire(blocking=False) gave {data['left']}, with two permits")
