"""A barrier for any number of rounds, from locks and semaphores.

Goal: count those who arrive under a lock; let all of them through when the last one comes; close the way again before anybody
can come round.  Bounds: one to five parties in one round; two parties for three rounds and three for two in every interleaving;
more rounds in some.
"""

import threading

from autograder.checks.spec import Exercise, attempt, check, expect, expect_raises, gate, settle, spawn, still_waits

EXERCISE = Exercise(
    title="A reusable barrier",
    provides=("ReusableBarrier(1)", ".wait()"),
    forbids=("Barrier", "Condition", "Event", "Manager", "SyncManager", "BaseManager", "asyncio"),
    hints=(
        "Where to look: between the moment when the last one arrives and the moment when the slowest one has left, a fast thread "
        "may already be back for the next round. What must it not take, and whom must it not count?",
        "Which primitive: a lock guards the count of those who have arrived. Two semaphores that start at 0 are the doors: one "
        "lets the round in, the other lets it out, and nobody is back at the first door before everybody has gone through it.",
        "A sketch: wait: with the lock, take the number and count yourself; the last one releases the first door `parties` "
        "times. Acquire the first door. With the lock, count yourself out; the last one releases the second door `parties` "
        "times. Acquire the second door. Return the number.",
    ),
)

EARLY = "How does a thread know that all have arrived in this round, and not in the one before?"
MANY = {"max_schedules": 400, "samples": 60}
SOME = {"max_schedules": 40, "samples": 20}
STEAL = "A fast thread is back before a slow one has left: can it take the permit, or change the count, that the slow one needs?"


def party_of(barrier, count, done=None, laggard=None):
    """One party: waits ``count`` times; returns the numbers.  laggard: (round, gate) where it stops before it waits."""
    numbers = []
    for k in range(count):
        if laggard is not None and laggard[0] == k:
            gate(laggard[1]).wait()
        numbers.append(barrier.wait())
        if done is not None:
            list.append(done, k)        # unseen by the explorer: it is read after settle()
    return numbers


def all_numbers(workers, parties):
    """Join the workers; in each round their numbers must be 0 to parties - 1."""
    lists = [worker.join() for worker in workers]
    for k, numbers in enumerate(zip(*lists, strict=True)):
        good = all(isinstance(n, int) for n in numbers) and sorted(numbers) == list(range(parties))
        expect(good, f"in round {k + 1} the {parties} calls of wait() returned {', '.join(map(repr, numbers))}: they must be "
               + ("0" if parties == 1 else f"the numbers 0 to {parties - 1}, each once"))


def parties_of(m, parties, count, laggard=None, stays=False):
    barrier = attempt(f"ReusableBarrier({parties})", m.ReusableBarrier, parties)
    done = [[] for _ in range(parties)]
    workers = [spawn(party_of, barrier, count, done[i], laggard if i == 0 else None, name=f"party {i + 1}", stays=stays)
               for i in range(parties)]
    return workers, done


def free(parties, count):
    """All run as they like, for ``count`` rounds."""
    def scenario(m):
        workers, _ = parties_of(m, parties, count)
        all_numbers(workers, parties)
    return scenario


def laggard(parties, k):
    """Party 1 never comes to round k (from 0): nobody may return from that round.

    If anybody can return too early from a round, then somebody has not yet called in it; here that one is stopped just there.
    """
    def scenario(m):
        workers, done = parties_of(m, parties, k + 1, (k, "the start of party 1"), True)
        settle()
        for i, worker in enumerate(workers):
            got = list.__len__(done[i])
            still_waits(worker, f"party {i + 1} returned from round {k + 1} although party 1 has not called wait() in it")
            expect(got <= k, f"party {i + 1} returned from round {k + 1} although party 1 has not called wait() in it")
            expect(got == k, f"party {i + 1} is stuck in round {got + 1}, though all {parties} have called wait() in it",
                   "deadlock")
    return scenario


def one_by_one(parties, count):
    """They come one after the other, each when the ones before wait already."""
    def scenario(m):
        barrier = attempt(f"ReusableBarrier({parties})", m.ReusableBarrier, parties)
        done = [[] for _ in range(parties)]

        def party(i):
            numbers = []
            for k in range(count):
                gate(f"the start of party {i + 1} in round {k + 1}").wait()
                numbers.append(barrier.wait())
                list.append(done[i], k)
            return numbers
        workers = [spawn(party, i, name=f"party {i + 1}") for i in range(parties)]
        for k in range(count):
            for i in range(parties):
                expect(sum(map(list.__len__, done)) == k * parties,
                       f"a call of wait() returns when {i} of {parties} parties have called it in round {k + 1}")
                gate(f"the start of party {i + 1} in round {k + 1}").open()
                settle()
            through = sum(map(list.__len__, done)) - k * parties
            expect(through == parties, f"all {parties} parties have called wait() in round {k + 1}, and {through} of the calls "
                                       "have returned", "lost_wakeup")
        all_numbers(workers, parties)
    return scenario


@check(points=2, promise="`ReusableBarrier(parties)`: `wait() -> int`. Within a round the returned numbers are 0 … parties-1, "
                         "each once. `parties < 1` is a `ValueError`.")
def basics(explore):
    """One party never waits, two wait for each other, and `parties` below 1 is refused."""
    def alone(m):
        barrier = attempt("ReusableBarrier(1)", m.ReusableBarrier, 1)
        for k in range(3):
            got = attempt("wait()", barrier.wait)
            expect(isinstance(got, int) and got == 0, f"wait() returned {got!r} to the only party; its number is 0")

    def pair(m):
        barrier = attempt("ReusableBarrier(2)", m.ReusableBarrier, 2)
        first = spawn(barrier.wait, name="party 1")
        settle()
        still_waits(first, "wait() returns to the first of two parties although the second has not called it")
        second = spawn(barrier.wait, name="party 2")
        settle()
        for worker in (first, second):
            expect(worker.done, f"both parties have called wait(), and {worker.name} is still waiting", "lost_wakeup")
        numbers = [first.join(), second.join()]
        expect(all(isinstance(n, int) for n in numbers) and sorted(numbers) == [0, 1],
               f"the two calls of wait() returned {numbers[0]!r} and {numbers[1]!r}: they must be 0 and 1, each once")

    def arguments(m):
        for parties in (0, -1, -5):
            expect_raises(ValueError, m.ReusableBarrier, parties, what=f"ReusableBarrier({parties})")

    for scenario in (alone, pair, arguments):
        explore(scenario)


@check(points=3, look=EARLY, promise="Nobody returns from round k before all `parties` have called `wait` in round k. Within a "
                                     "round the returned numbers are 0 … parties-1, each once.")
def one_round(explore):
    """In one round nobody returns too early, all return, and their numbers are 0 to parties - 1."""
    def two_barriers(m):
        one, other = (attempt("ReusableBarrier(2)", m.ReusableBarrier, 2) for _ in range(2))
        early = spawn(one.wait, name="party 1 of the one")
        settle()
        theirs = [spawn(other.wait, name="party 1 of the other")]
        settle()
        for worker in (early, *theirs):
            still_waits(worker, f"{worker.name} goes on although only one of two parties has come: two barriers share something")
        theirs.append(spawn(other.wait, name="party 2 of the other"))
        settle()
        for worker in theirs:
            expect(worker.done, f"{worker.name} waits although both of its parties have come: two barriers share something",
                   "deadlock")
        still_waits(early, "party 1 of the one goes on although party 2 has come to the other barrier only")
        all_came = [early, spawn(one.wait, name="party 2 of the one")]
        for pair_of in (theirs, all_came):
            expect(sorted(w.join() for w in pair_of) == [0, 1], "the numbers of two barriers are mixed up")

    for scenario in (laggard(2, 0), laggard(3, 0)):
        explore(scenario, leaks=False)
    for scenario in (free(2, 1), free(3, 1), one_by_one(3, 1), two_barriers):
        explore(scenario)
    for scenario in (one_by_one(4, 1), one_by_one(5, 1)):
        explore(scenario, **SOME)


@check(points=4, look=STEAL, promise="Usable again at once, by the same threads, for any number of rounds.")
def rounds(explore):
    """The next round may begin at once, as often as you like."""
    def alone(m):
        barrier = attempt("ReusableBarrier(1)", m.ReusableBarrier, 1)
        for k in range(130):
            got = attempt("wait()", barrier.wait)
            expect(got == 0, f"in round {k + 1} wait() returned {got!r} to the only party")

    explore(alone)
    explore(free(2, 2))
    for scenario in (laggard(2, 1), laggard(2, 2)):
        explore(scenario, leaks=False)
    explore(laggard(3, 1), leaks=False, **MANY)
    for scenario in (free(2, 3), free(3, 2)):
        explore(scenario, **MANY)
    for scenario in (free(2, 12), free(3, 4), free(4, 3), one_by_one(3, 3)):
        explore(scenario, **SOME)
    explore(free(2, 25), max_schedules=1, samples=0)


@check(points=1, after=("one_round", "rounds"), real=True, promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, three threads meet 400 times."""
    barrier = module.ReusableBarrier(3)
    called = [[] for _ in range(400)]
    early, numbers = [], [[] for _ in called]

    def party():
        for k, calls in enumerate(called):
            calls.append(1)
            numbers[k].append(barrier.wait())
            if len(calls) < 3:
                early.append(k)

    threads = [threading.Thread(target=party) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"early": early, "numbers": [sorted(n) for n in numbers]}


@real_threads.judge
def _(data):
    expect(not data["early"], f"in {len(data['early'])} of 400 rounds, wait() returned before all three had called it")
    for k, numbers in enumerate(data["numbers"]):
        expect(numbers == [0, 1, 2], f"in round {k + 1} the calls of wait() returned {numbers}")
