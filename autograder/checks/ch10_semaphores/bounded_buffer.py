"""A bounded buffer from semaphores and locks.

Goal: count free places with one semaphore and items with another; guard the moving of an item with a mutex, and hold it
no longer.  Bounds: capacities 1 and 2; up to two producers and two consumers at once.
"""

import threading

from autograder.checks.sequential import fifo_explains
from autograder.checks.spec import Exercise, Failure, attempt, check, expect, expect_raises, settle, spawn, still_waits

EXERCISE = Exercise(
    title="A bounded buffer",
    provides=("BoundedBuffer(1)", ".put(item)", ".get()"),
    forbids=("Condition", "queue", "Queue", "SimpleQueue", "JoinableQueue", "LifoQueue", "PriorityQueue", "Manager", "SyncManager",
             "BaseManager", "asyncio"),
    hints=(
        "Where to look: write down what a `put` waits for, and what a `get` waits for. They are two different things, and "
        "both can be counted.",
        "Which primitive: one semaphore counts the free places and starts at `capacity`, one counts the items and starts "
        "at 0. A lock guards the collection while one item moves. Wait for a semaphore before you take the lock, never "
        "while you hold it.",
        "A sketch: put: acquire a free place; with the lock, append the item; release one item. get: acquire an item; with "
        "the lock, take the oldest item out; release one free place; return the item.",
    ),
)

HOLDS = "Look at what is held while a task waits: a lock that is held while waiting on a semaphore stops everybody."


def put_all(buffer, items):
    for item in items:
        buffer.put(item)


def get_some(buffer, count):
    return [buffer.get() for _ in range(count)]


@check(points=2, promise="`put(item)` and `get() -> item`: first in, first out; `capacity < 1` is a `ValueError`.")
def basics(explore):
    """One thread puts items in and gets the same items back, oldest first."""
    def scenario(m):
        thing = object()
        items = ["a", None, 0, "a", thing, [], False]
        for capacity in (len(items), 1):
            buffer = attempt(f"BoundedBuffer({capacity})", m.BoundedBuffer, capacity)
            for start in range(0, len(items), capacity):
                for item in items[start:start + capacity]:
                    attempt("`put`", buffer.put, item)
                for item in items[start:start + capacity]:
                    got = attempt("`get`", buffer.get)
                    expect(got is item, f"after put({item!r}), get() returned {got!r}"
                           if capacity == 1 else f"items came out in another order: {item!r} was due, {got!r} came")
        for capacity in (0, -1, -7):
            expect_raises(ValueError, m.BoundedBuffer, capacity, what=f"BoundedBuffer({capacity})")

    def two_buffers(m):
        one, other = m.BoundedBuffer(1), m.BoundedBuffer(1)
        attempt("`put`", one.put, 1)
        attempt("`put`", other.put, 2)
        got = attempt("`get`", other.get), attempt("`get`", one.get)
        expect(got == (2, 1), "two buffers share their items")

    explore(scenario)
    explore(two_buffers)


@check(points=2, after="basics", look=HOLDS,
       promise="Never more than `capacity` items; `put` blocks while full, `get` while empty.")
def blocking(explore):
    """`put` waits while the buffer is full, `get` while it is empty, and neither polls."""
    def full(capacity):
        def scenario(m):
            buffer = m.BoundedBuffer(capacity)
            for number in range(capacity):
                worker = spawn(buffer.put, number, name=f"put {number + 1}")
                settle()
                expect(worker.done, f"`put` number {number + 1} waits although the buffer holds {number} of "
                       f"{capacity} items", "deadlock")
                worker.join()
            late = [spawn(buffer.put, capacity + i, name=f"put {capacity + i + 1}") for i in range(2)]
            settle()
            for worker in late:
                still_waits(worker, f"{worker.name} went through although {capacity} of {capacity} items are in the buffer")
            got = spawn(buffer.get, name="get")
            settle()
            expect(got.done, "`get` waits although the buffer is full: a waiting put keeps it from finishing", "deadlock")
            expect(got.join() == 0, f"`get` returned {got.join()!r}, not the oldest item")
            expect(sum(w.done for w in late) == 1, "after one get, exactly one of the two waiting puts goes on; "
                   f"{sum(w.done for w in late)} did")
            rest = get_some(buffer, capacity + 1)
            expect(sorted(rest) == list(range(1, capacity + 2)), f"the rest came out as {rest}")
            for worker in late:
                worker.join()
        return scenario

    def all_at_once(capacity):
        def scenario(m):
            buffer = m.BoundedBuffer(capacity)
            putters = [spawn(buffer.put, i, name=f"put {i + 1}") for i in range(capacity + 1)]
            settle()
            expect(sum(w.done for w in putters) == capacity, f"{capacity + 1} puts came at once; {capacity} fit, and "
                   f"{sum(w.done for w in putters)} went through")
            got = get_some(buffer, capacity + 1)
            for worker in putters:
                worker.join()
            expect(sorted(map(repr, got)) == [str(i) for i in range(capacity + 1)], f"what came out is {got}")
        return scenario

    def one_place_for_two(m):
        buffer = m.BoundedBuffer(1)
        buffer.put("a")
        putters = [spawn(buffer.put, "b", name="put b")]
        settle()
        getter = spawn(buffer.get, name="get")
        putters.append(spawn(buffer.put, "c", name="put c"))
        settle()
        expect(getter.done and getter.join() == "a", "`get` waits although the buffer is full", "deadlock")
        expect(sum(w.done for w in putters) == 1, f"one place became free, and {sum(w.done for w in putters)} puts went on")
        expect(sorted(get_some(buffer, 2)) == ["b", "c"], "b and c were put in, and something else came out")
        for worker in putters:
            worker.join()

    def two_places_for_two(m):
        buffer = m.BoundedBuffer(2)
        put_all(buffer, [0, 1])
        putters = [spawn(buffer.put, i, name=f"put {i}") for i in (2, 3)]
        settle()
        got = get_some(buffer, 2)
        settle()
        expect(got == [0, 1], f"0 and 1 were put in first; {got} came out")
        expect(all(w.done for w in putters), "two places became free, and only "
               f"{sum(w.done for w in putters)} of the two waiting puts went on", "lost_wakeup")
        for worker in putters:
            worker.join()

    def two_items_for_two(m):
        buffer = m.BoundedBuffer(2)
        getters = [spawn(buffer.get, name=f"get {i + 1}") for i in range(2)]
        settle()
        put_all(buffer, ["x", "y"])
        settle()
        expect(all(w.done for w in getters), "two items came, and only "
               f"{sum(w.done for w in getters)} of the two waiting gets went on", "lost_wakeup")
        got = sorted(w.join() for w in getters)
        expect(got == ["x", "y"], f"the two gets returned {got}")

    def empty(m):
        buffer = m.BoundedBuffer(2)
        getters = [spawn(buffer.get, name=f"get {i + 1}") for i in range(2)]
        settle()
        for worker in getters:
            still_waits(worker, f"{worker.name} goes on although the buffer is empty")
        first = spawn(buffer.put, "x", name="put x")
        settle()
        expect(first.done, "`put` waits although the buffer is empty: a waiting get keeps it from finishing", "deadlock")
        first.join()
        expect(sum(w.done for w in getters) == 1, "after one put, exactly one of the two waiting gets goes on; "
               f"{sum(w.done for w in getters)} did")
        spawn(buffer.put, "y", name="put y").join()
        got = sorted(w.join() for w in getters)
        expect(got == ["x", "y"], f"the two gets returned {got}")

    def its_own_items(m):
        one, other = m.BoundedBuffer(1), m.BoundedBuffer(1)
        one.put(1)
        early = spawn(other.get, name="get")
        settle()
        still_waits(early, "`get` goes on although its own buffer is empty: two buffers share something")
        other.put(2)
        expect((early.join(), one.get()) == (2, 1), "two buffers share their items")

    for scenario in (full(1), full(2), empty, its_own_items, all_at_once(1), all_at_once(2), one_place_for_two, two_places_for_two,
                     two_items_for_two):
        explore(scenario)


@check(points=3, after="basics", look=HOLDS,
       promise="Any number of producers and consumers; a `put` and a `get` never wait for each other needlessly.")
def nothing_lost(explore):
    """Two producers and two consumers: every item arrives once, and nobody is stuck, in every interleaving."""
    def scenario(capacity):
        def run(m):
            buffer = m.BoundedBuffer(capacity)
            workers = [spawn(buffer.put, i, name=f"producer {i + 1}") for i in range(2)]
            getters = [spawn(buffer.get, name=f"consumer {i + 1}") for i in range(2)]
            for worker in workers:
                worker.join()
            got = [w.join() for w in getters]
            expect(sorted(map(repr, got)) == ["0", "1"], f"0 and 1 were put in; the consumers got {got[0]!r} and {got[1]!r}")
            again = spawn(put_all, buffer, [2] * capacity, name="producer 3")
            settle()
            expect(again.done, "afterwards the empty buffer has fewer places than before: a permit was lost", "deadlock")
            extra = spawn(buffer.put, 3, name="producer 4", stays=True)
            settle()
            expect(not extra.done, "afterwards the buffer takes more than its capacity: there is a permit too many")
        return run

    explore(scenario(1))
    explore(scenario(2))


@check(points=2, after="basics", promise="First in, first out.",
       look="The order is decided where the item is moved: is everything that decides it done in one go, under the lock?")
def order(explore):
    """First in, first out, also with several producers and consumers."""
    def one_each(m):
        buffer = m.BoundedBuffer(2)
        producer = spawn(put_all, buffer, [1, 2, 3], name="producer")
        got = attempt("`get`", get_some, buffer, 3)
        producer.join()
        expect(got == [1, 2, 3], f"1, 2, 3 were put in by one thread and came out to one thread as {got}")

    def two_producers(m):
        buffer = m.BoundedBuffer(2)
        producers = [spawn(put_all, buffer, [1, 2], name="producer 1"), spawn(put_all, buffer, [3], name="producer 2")]
        got = attempt("`get`", get_some, buffer, 3)
        for worker in producers:
            worker.join()
        check_history([[("put", 1), ("put", 2)], [("put", 3)], [("get", g) for g in got]], 2)

    def two_consumers(m):
        buffer = m.BoundedBuffer(2)
        buffer.put(1)
        buffer.put(2)
        consumer = spawn(get_some, buffer, 2, name="consumer 1")
        producer = spawn(put_all, buffer, [3], name="producer")
        got = attempt("`get`", get_some, buffer, 1)
        theirs = consumer.join()
        producer.join()
        check_history([[("put", 1), ("put", 2), ("put", 3)], [("get", g) for g in theirs], [("get", g) for g in got]], 3)

    explore(one_each)
    explore(two_producers)
    explore(two_consumers)


def check_history(histories, capacity):
    put = sorted(item for history in histories for call, item in history if call == "put")
    got = [item for history in histories for call, item in history if call == "get"]
    expect(sorted(map(repr, got)) == sorted(map(repr, put)), f"{put} were put in; {got} came out")
    if not fifo_explains(histories, capacity):
        seen = "; ".join(", ".join(f"{call} {item!r}" for call, item in history) for history in histories)
        raise Failure(f"no order of the calls of a first-in-first-out buffer explains what the threads saw: {seen}")


@check(points=1, after=("nothing_lost", "blocking"), real=True,
       promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, two producers and two consumers move 400 items."""
    buffer = module.BoundedBuffer(3)
    got = [[], []]
    producers = [threading.Thread(target=put_all, args=(buffer, range(i * 200, i * 200 + 200))) for i in range(2)]
    consumers = [threading.Thread(target=lambda i=i: got[i].extend(get_some(buffer, 200))) for i in range(2)]
    for thread in producers + consumers:
        thread.start()
    for thread in producers + consumers:
        thread.join()
    return got


@real_threads.judge
def _(got):
    numbers = sorted(n for part in got for n in part)
    expect(numbers == list(range(400)), f"400 items were put in; {len(numbers)} came out, {len(set(numbers))} of them different")
    for part in got:
        for start in (0, 200):
            mine = [n for n in part if start <= n < start + 200]
            expect(mine == sorted(mine), "one producer's items came to one consumer in another order")
