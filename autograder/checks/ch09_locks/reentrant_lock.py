"""A lock that its owner may take again, from Lock and Condition.

Goal: who owns the lock and how often is written down, and changed only together; a timeout is spent once, and leaves no trace.
Bounds: one owner, up to two waiters; up to three levels; one or two locks.
"""

import threading

from autograder.checks.ch09_locks._visits import elsewhere, goes_on, in_and_out, passes, refused, taken
from autograder.checks.spec import Exercise, attempt, check, expect, fail, gate, monotonic, settle, sleep, spawn, still_waits

EXERCISE = Exercise(
    title="A reentrant lock",
    provides=("ReentrantLock()", ".acquire(blocking=True, timeout=-1)", ".release()", ".__enter__()", ".__exit__(a, b, c)"),
    forbids=("RLock", "Manager", "SyncManager", "BaseManager", "asyncio"),
    hints=(
        "Where to look: a plain lock does not know who has it. What do you have to write down to tell the owner, who may come "
        "in again, from everybody else, who must wait? And to know which release is the last one?",
        "Which primitive: `threading.get_ident()` says who is calling. An owner and a depth, both guarded by a "
        "`Condition(Lock())`: others wait on it in a loop until there is no owner; the last release notifies.",
        "A sketch: acquire: with the condition: if I am the owner: depth += 1, True. Wait until there is no owner, no longer "
        "than the timeout in all, and not at all if not blocking; if there still is one: False. Else owner = me, depth = 1, "
        "True. release: with the condition: RuntimeError if I am not the owner; depth -= 1; at 0: no owner, notify.",
    ),
)

WHO = "What does your lock know about its owner, when is it written down, and can another thread ever read it half written?"
CLOCK = "How much of the timeout is left after a wake-up? What has a caller left behind who went away with False?"


@check(points=2, promise="The owner may acquire again and must release as often; anyone else waits. `acquire() -> bool`; context "
                         "manager.")
def basics(explore):
    """One thread takes the lock once, twice, three times, and gives it back as often."""
    def levels(depth):
        def scenario(m):
            lock = attempt("ReentrantLock()", m.ReentrantLock)
            for _ in range(2):
                for level in range(depth):
                    again = ", called by the owner again," if level else ""
                    taken(f"acquire(){again}", attempt(f"acquire(){again}", lock.acquire))
                waiter = passes(lock, False, f"although its owner has acquired {depth} times and not released")
                for level in range(depth):
                    still_waits(waiter, f"another thread gets in although the owner has acquired {depth} times and released "
                                        f"{level} times")
                    attempt("release()", lock.release)
                    settle()
                goes_on(waiter, f"another thread still waits after the owner has acquired and released {depth} times")
        return scenario

    def context(m):
        lock = m.ReentrantLock()
        with lock:
            waiter = passes(lock, False, "although the owner is inside `with`")
            with lock:
                settle()
                still_waits(waiter, "another thread gets in although the owner is inside two `with`")
            settle()
            still_waits(waiter, "another thread gets in although the owner is still inside the outer `with`")
        goes_on(waiter, "another thread still waits after the owner has left the `with`")

    def body_raises(m):
        lock = m.ReentrantLock()
        try:
            with lock:
                with lock:
                    raise KeyError("from inside")
        except KeyError:
            pass
        else:
            expect(False, "`with` swallows the exception of its body")
        passes(lock, True, "after a `with` whose body raised")

    def two_locks(m):
        one, other = m.ReentrantLock(), m.ReentrantLock()
        with one:
            passes(other, True, "at a free lock, while somebody owns another lock")
            with other:
                waiter = passes(one, False, "although its owner, who has a second lock too, is inside")
            settle()
            still_waits(waiter, "another thread gets in although the owner, who has left a second lock, is inside")
            passes(other, True, "after its owner has left it, who has another lock still")
        goes_on(waiter, "another thread still waits after the owner has left the `with`")

    def alone(m):
        one, other = m.ReentrantLock(), m.ReentrantLock()

        def both():
            with one, other, one:
                return "inside"
        got = elsewhere(both)
        expect(got == "inside", f"`with one, other, one` in one thread gave {got!r}")

    for scenario in (levels(1), levels(2), levels(3), context, body_raises, alone, two_locks):
        explore(scenario)


@check(points=2, look=WHO, promise="`release` by a thread that is not the owner is a `RuntimeError`.")
def ownership(explore):
    """Whoever does not own the lock cannot release it, and changes nothing by trying."""
    def nobodys(m):
        lock = attempt("ReentrantLock()", m.ReentrantLock)
        refused(lock, "a thread", "although nobody has ever acquired the lock")
        for depth in (1, 2):
            for _ in range(depth):
                lock.acquire()
            for _ in range(depth):
                attempt("release()", lock.release)
            refused(lock, "its last owner", f"although it has released as often as it had acquired ({depth})")
        passes(lock, True, "after a release() that was refused")
        elsewhere(lambda: refused(lock, "a thread", "although nobody owns the lock"))

    def anothers(depth):
        def scenario(m):
            lock = m.ReentrantLock()
            for _ in range(depth):
                lock.acquire()
            for _ in range(2):
                elsewhere(lambda: refused(lock, "another thread", "than the owner"))
            waiter = passes(lock, False, "although its owner is inside; another thread's release() was refused")
            for level in range(depth):
                still_waits(waiter, f"another thread gets in although the owner has acquired {depth} times and released {level} "
                            "times; another thread's release() was refused before that")
                attempt("release(), after another thread's release() was refused,", lock.release)
                settle()
            goes_on(waiter, "another thread still waits after the owner's last release()")
        return scenario

    def taken_over(m):
        lock = m.ReentrantLock()
        lock.acquire()
        lock.release()

        def own():
            lock.acquire()
            gate("the new owner leaves").wait()
            lock.release()
        owner = spawn(own, name="new owner")
        settle()
        refused(lock, "its former owner", "while another thread owns it")
        passes(lock, False, "although the new owner is inside; its former owner's release() was refused")
        gate("the new owner leaves").open()
        owner.join()

    def waiting(m):
        lock = m.ReentrantLock()
        lock.acquire()
        waiter = passes(lock, False, "although its owner is inside")
        elsewhere(lambda: refused(lock, "another thread", "than the owner"))
        still_waits(waiter, "a thread that was waiting goes on after another thread's release() was refused")
        attempt("release()", lock.release)
        goes_on(waiter, "a thread that was waiting does not go on after the owner's release()")

    def at_once(m):
        lock = m.ReentrantLock()

        def own():
            lock.acquire()
            lock.acquire()
            lock.release()
            lock.release()
        owner = spawn(own, name="owner")
        refused(lock, "another thread", "while the owner acquires and releases")
        owner.join()
        passes(lock, True, "after the owner's last release()")

    for scenario in (nobodys, anothers(1), anothers(2), taken_over, waiting, at_once):
        explore(scenario)


@check(points=3, look=WHO, promise="The owner may acquire again and must release as often; anyone else waits.")
def exclusion(explore):
    """In every interleaving one thread is inside, however deep, and all who wait get in after the last release."""
    def visits(*threads, same_name=False):
        """threads: for each, how deep it goes at each of its visits."""
        def scenario(m):
            lock = attempt("ReentrantLock()", m.ReentrantLock)
            inside = []

            def enter(name, depth):
                lock.acquire()
                inside.append(name)
                if inside.count(name) < len(inside):
                    fail(f"{' and '.join(sorted(set(inside)))} are inside together", "overlap")
                if depth > 1:
                    enter(name, depth - 1)
                inside.remove(name)
                lock.release()

            def visit(name, depths):
                for depth in depths:
                    enter(name, depth)
            workers = [spawn(visit, f"thread {i + 1}", depths, name="thread" if same_name else f"thread {i + 1}")
                       for i, depths in enumerate(threads)]
            for worker in workers:
                worker.join()
            passes(lock, True, "after all have left")
        return scenario

    def again_while_others_wait(m):
        lock = m.ReentrantLock()
        lock.acquire()
        waiters = [passes(lock, False, "although its owner is inside") for _ in range(2)]
        taken("acquire() by the owner while others wait", attempt("acquire()", lock.acquire))
        lock.release()
        settle()
        for waiter in waiters:
            still_waits(waiter, "another thread gets in although its owner has acquired twice and released once")
        lock.release()
        settle()
        for waiter in waiters:
            expect(waiter.done, "the lock is free, and a thread still waits for it", "lost_wakeup")

    def two_locks(m):
        one, other = m.ReentrantLock(), m.ReentrantLock()
        inside = []

        def visit(name, *locks):
            for lock in locks:
                lock.acquire()
            inside.append(name)
            if len(inside) > 1:
                fail(f"{' and '.join(inside)} are inside the same lock together", "overlap")
            inside.remove(name)
            for lock in reversed(locks):
                lock.release()
        workers = [spawn(visit, "thread 1", one, other, name="thread 1"), spawn(visit, "thread 2", other, name="thread 2")]
        for worker in workers:
            worker.join()
        passes(one, True, "after all have left")
        passes(other, True, "after all have left")

    def waiters_of_two(m):
        locks = one, other = m.ReentrantLock(), m.ReentrantLock()
        for lock in locks:
            lock.acquire()
        theirs = passes(other, False, "although its owner is inside")
        mine = passes(one, False, "although its owner is inside")
        one.release()
        goes_on(mine, "a lock is free, and a thread still waits for it: its wake-up went to a thread that waits for another "
                      "lock")
        still_waits(theirs, "a thread gets in although its lock's owner is inside; another lock was released")
        other.release()
        goes_on(theirs, "a lock is free, and a thread still waits for it")

    for scenario in (again_while_others_wait, waiters_of_two, visits([1], [1]), visits([2], [1]),
                     visits([1], [1], same_name=True), visits([1, 1], [1]), visits([2], [2]), two_locks):
        explore(scenario)
    explore(visits([1], [1], [1]), max_schedules=2000, samples=200)


@check(points=2, look=CLOCK, promise="`acquire(blocking=True, timeout=-1) -> bool`: it returns `False`, having taken nothing, "
                                     "when it may not wait or its time is over.")
def timeouts(explore):
    """acquire(blocking=False) never waits; acquire(timeout=…) gives up after that time, and takes nothing with it."""
    def without_waiting(m):
        lock = m.ReentrantLock()
        taken("acquire(blocking=False) of a free lock", attempt("acquire(blocking=False)", lambda: lock.acquire(blocking=False)))
        waiter = passes(lock, False, "although its owner has acquired it with blocking=False")
        taken("acquire(blocking=False), called by the owner again,", lock.acquire(blocking=False))
        taken("acquire(False), called by the owner again,", lock.acquire(False))
        for call in (lambda: lock.acquire(blocking=False), lambda: lock.acquire(False)):
            worker = spawn(call, name="acquire(blocking=False)", stays=True)
            settle()
            expect(worker.done, "acquire(blocking=False) waits while another thread owns the lock", "deadlock")
            taken("acquire(blocking=False), called while another thread owns the lock,", worker.join(), False)
        for _ in range(3):
            still_waits(waiter, "another thread gets in although the owner has acquired three times and has not released as "
                                "often")
            attempt("release(), after another thread's acquire(blocking=False) returned False,", lock.release)
            settle()
        goes_on(waiter, "a thread that waits does not go on after the owner's last release()")
        taken("acquire(blocking=False) of a lock that is free again", elsewhere(lambda: in_and_out(lock, False)))

    def refused_after(m):
        lock = m.ReentrantLock()
        lock.acquire()

        def try_it():
            got = lock.acquire(blocking=False)
            taken("acquire(blocking=False), called while another thread owns the lock,", got, False)
            refused(lock, "a thread", "whose acquire(blocking=False) had returned False")
        elsewhere(try_it)
        lock.release()
        passes(lock, True, "after an acquire(blocking=False) that returned False, and the owner's release()")

    def both_try(m):
        lock = m.ReentrantLock()

        def try_it():
            got = lock.acquire(blocking=False)
            gate("both have tried").wait()
            if got:
                lock.release()
            return got
        workers = [spawn(try_it, name=f"thread {i + 1}") for i in range(2)]
        settle()
        gate("both have tried").open()
        got = [worker.join() for worker in workers]
        expect(sorted(map(repr, got)) == ["False", "True"], "two threads called acquire(blocking=False) at once, of a free "
               f"lock: they got {got[0]!r} and {got[1]!r}; one must get it, the other not")
        passes(lock, True, "after both have left")

    def owner_tries(m):
        lock = m.ReentrantLock()
        lock.acquire()
        other = spawn(lambda: lock.acquire(blocking=False), name="another thread")
        taken("acquire(blocking=False), called by the owner again,", lock.acquire(blocking=False))
        taken("acquire(blocking=False), called while another thread owns the lock,", other.join(), False)
        lock.release()
        lock.release()
        passes(lock, True, "after the owner's last release()")

    def free_at_once(what, call):
        def scenario(m):
            lock = m.ReentrantLock()
            for who in ("of a free lock", "called by the owner again"):
                taken(f"{what}, {who},", attempt(what, call, lock))
                expect(monotonic() == 0, f"{what}, {who}, took {monotonic():g} seconds")
            waiter = passes(lock, False, f"although its owner has called {what} twice")
            lock.release()
            settle()
            still_waits(waiter, f"another thread gets in although the owner has called {what} twice and released once")
            lock.release()
            goes_on(waiter, "another thread still waits after the owner has acquired and released twice")
        return scenario

    def gives_up(m):
        lock = m.ReentrantLock()
        lock.acquire()
        for seconds, call in ((3, lambda: lock.acquire(timeout=3)), (0, lambda: lock.acquire(timeout=0)),
                              (2, lambda: lock.acquire(True, 2)), (0.5, lambda: lock.acquire(timeout=0.5))):
            def try_it(what=f"acquire(timeout={seconds}), called while another thread owns the lock,"):
                taken(what, call(), False)
                refused(lock, "a thread", "whose acquire(timeout=…) had returned False")
            worker = spawn(try_it, name=f"acquire(timeout={seconds})", stays=True)
            sleep(seconds + 1)
            expect(worker.done, f"acquire(timeout={seconds}) still waits after {seconds + 1:g} seconds", "hang")
            worker.join()
        attempt("release(), after another thread's acquire(timeout=…) returned False,", lock.release)
        passes(lock, True, "after an acquire(timeout=…) that gave up, and the owner's release()")

    def in_time(m):
        lock = m.ReentrantLock()
        lock.acquire()
        lock.acquire()
        worker = spawn(lambda: in_and_out(lock, timeout=5), name="acquire(timeout=5)", stays=True)
        sleep(1)
        lock.release()
        sleep(2)
        still_waits(worker, "acquire(timeout=5) came back after 3 seconds or less, while the lock was taken")
        lock.release()
        sleep(1)
        expect(worker.done, "the lock was free in time, and acquire(timeout=5) does not come back", "lost_wakeup")
        taken("acquire(timeout=5), of a lock that is free after 3 seconds,", worker.join())
        passes(lock, True, "after all have left")

    def in_all(m):
        lock = m.ReentrantLock()
        mine = lock.acquire()
        worker = spawn(lambda: in_and_out(lock, timeout=10), name="acquire(timeout=10)", stays=True)
        for _ in range(3):
            sleep(3)
            if mine:
                lock.release()
            mine = lock.acquire(blocking=False)     # taken again, unless the waiter was quicker
        sleep(2)
        expect(worker.done, f"acquire(timeout=10) still waits after {monotonic():g} seconds: each wake-up starts its clock again")
        worker.join()

    def for_ever(call):
        def scenario(m):
            lock = m.ReentrantLock()
            lock.acquire()

            def enter():
                got = call(lock)
                lock.release()
                return got
            worker = spawn(enter, name="acquire(timeout=-1)", stays=True)
            settle()
            still_waits(worker, "acquire(timeout=-1) comes back although the owner is inside")
            lock.release()
            taken("acquire(timeout=-1)", goes_on(worker, "acquire(timeout=-1) does not come back although the lock is free"))
        return scenario

    def races(waiters):
        """The owner releases while a thread with a timeout, and perhaps one without, wait."""
        def scenario(m):
            spawn(sleep, 100, name="a slow machine", stays=True)
            lock = m.ReentrantLock()
            lock.acquire()

            def timed():
                got = lock.acquire(timeout=1)
                if got:
                    lock.release()
                else:
                    refused(lock, "a thread", "whose acquire(timeout=1) had returned False")
                return got
            first = spawn(timed, name="acquire(timeout=1)")
            patient = [spawn(in_and_out, lock, name="acquire()", stays=True) for _ in range(waiters)]
            attempt("release()", lock.release)
            got = first.join()
            expect(got is True or got is False, f"acquire(timeout=1) returned {got!r}")
            settle()
            for worker in patient:
                expect(worker.done, f"the owner has released, acquire(timeout=1) returned {got}, and acquire() still waits: its "
                       "wake-up was lost", "lost_wakeup")
                taken("acquire()", worker.join())
            passes(lock, True, f"after the owner has released, and an acquire(timeout=1) that returned {got}")
        return scenario

    for scenario in (without_waiting, refused_after, both_try, owner_tries, for_ever(lambda lock: lock.acquire(timeout=-1)),
                     for_ever(lambda lock: lock.acquire(True, -1)), for_ever(lambda lock: lock.acquire(blocking=True))):
        explore(scenario)
    free_now = (("acquire(timeout=5)", lambda lock: lock.acquire(timeout=5)),
                ("acquire(True, 5)", lambda lock: lock.acquire(True, 5)),
                ("acquire(timeout=-1)", lambda lock: lock.acquire(timeout=-1)),
                ("acquire(True)", lambda lock: lock.acquire(True)),
                ("acquire(timeout=0)", lambda lock: lock.acquire(timeout=0)))
    for scenario in (*(free_at_once(*one) for one in free_now), gives_up, in_time, in_all):
        explore(scenario, fair=True)
    explore(races(0))
    explore(races(1))


@check(points=1, after=("basics", "ownership", "exclusion", "timeouts"), real=True,
       promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, four threads take turns, three levels deep."""
    lock = module.ReentrantLock()
    count = [0]

    def visit():
        for _ in range(100):
            with lock:
                with lock:
                    now = count[0]
                    lock.acquire()
                    lock.release()
                    count[0] = now + 1

    threads = [threading.Thread(target=visit) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    others = []
    with lock:
        thread = threading.Thread(target=lambda: others.append(lock.acquire(blocking=False)))
        thread.start()
        thread.join()
    return {"count": count[0], "others": others, "mine": lock.acquire(timeout=5)}


@real_threads.judge
def _(data):
    expect(data["count"] == 400, f"four threads came in 100 times each, one at a time; {data['count']} visits were counted")
    expect(data["others"] == [False], f"while one thread was inside, another's acquire(blocking=False) gave {data['others']}")
    expect(data["mine"] is True, f"afterwards acquire(timeout=5) returned {data['mine']!r}")
