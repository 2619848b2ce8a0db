"""A channel with a limited number of places, which can be closed.

Goal: guard items and the flag `closed` with one lock; wait in a loop for what is true; let closing wake everybody.
Bounds: capacities 1 to 3; up to two senders and two receivers at once, and a close in between.
"""

import threading

from autograder.checks.ch11_conditions_and_events._explained import CLOSED, explained, told
from autograder.checks.spec import Exercise, attempt, check, expect, settle, spawn, still_waits

EXERCISE = Exercise(
    title="A channel that can be closed",
    provides=("Closed: Exception", "Channel(1)", ".send(item)", ".receive()", ".close()"),
    forbids=("queue", "Queue", "SimpleQueue", "JoinableQueue", "LifoQueue", "PriorityQueue", "Manager", "SyncManager",
             "BaseManager", "asyncio"),
    hints=(
        "Where to look: write down when a `send` may go on, and when a `receive` may. Each has two reasons now: what it waits "
        "for has come, or the channel has been closed. Which of the two comes first in `receive`, and which in `send`?",
        "Which primitive: one lock with two conditions on it, `Condition(lock)`: one for room, one for items. Wait in a `while` "
        "loop, and look at `closed` again after each wake-up. `close` wakes all who wait, on both.",
        "A sketch: send: with the lock: while it is full and not closed: wait for room; if closed, raise Closed; append; notify "
        "one receiver. receive: with the lock: while it is empty and not closed: wait for an item; if empty, raise Closed; take "
        "the oldest; notify one sender. close: with the lock: set closed, notify all on both.",
    ),
)

ONE_GO = "Looking, waiting and moving the item belong under one lock; after each wake-up, look again."
BOTH = "After a wake-up, a sender looks at `closed` first, a receiver at the items. Does close wake everybody, on both sides?"


# -- what the threads saw --------------------------------------------------------------------------------------------

def calls_of(m, channel, calls):
    """Make the calls, ("send", item), ("receive",) or ("close",); returns them with what came of them."""
    seen = []
    for call in calls:
        if call[0] == "receive":
            list.append(seen, ("receive", received(m, channel)))
        elif call[0] == "send":
            list.append(seen, (*call, sent(m, channel, call[1])))
        else:
            channel.close()
            list.append(seen, call)
    return tuple(seen)


def sent(m, channel, item):
    """CLOSED or "ok"."""
    try:
        channel.send(item)
    except m.Closed:
        return CLOSED
    return "ok"


def received(m, channel):
    """The item, or CLOSED."""
    try:
        return channel.receive()
    except m.Closed:
        return CLOSED


def joined(workers):
    """What the tasks saw of a channel that nobody has closed."""
    every = [worker.join() for worker in workers]
    for calls in every:
        for call in calls:
            expect(call[-1] != CLOSED, f"{told(call)}, and nobody has closed the channel")
    return every


def task(m, channel, *calls, name, stays=False):
    return spawn(calls_of, m, channel, calls, name=name, stays=stays)


def rest_of(m, channel, most):
    """Close the channel and receive until it says Closed: the calls."""
    seen = calls_of(m, channel, [("close",)])
    for _ in range(most + 1):
        seen += calls_of(m, channel, [("receive",)])
        if seen[-1][1] == CLOSED:
            return seen
    return seen


def leftover(m, channel, count):
    """Receive the ``count`` items that must be left, and no more: the calls."""
    worker = task(m, channel, *[("receive",)] * count, name="the receiver of the rest", stays=True)
    settle()
    expect(worker.done, f"of the items sent, {count} must be left, and fewer are: one is lost or stuck", "lost_wakeup")
    extra = spawn(channel.receive, name="one receiver more", stays=True)
    settle()
    still_waits(extra, f"of the items sent, {count} must be left, and more are: one is delivered twice")
    return worker.join()


# -- the checks ------------------------------------------------------------------------------------------------------

def channel_of(m, capacity):
    return attempt(f"Channel({capacity})", m.Channel, capacity)


def any_items(m):
    """Alone, items of all kinds come out as they went in."""
    items = ["a", None, 0, "a", object(), False, 1, True, 1.0, m.Closed("an item"), m.Closed, ValueError("an item"), (), []]
    for capacity in (len(items), 3, 1):
        channel = channel_of(m, capacity)
        for start in range(0, len(items), capacity):
            for item in items[start:start + capacity]:
                attempt("send", channel.send, item)
            for item in items[start:start + capacity]:
                got = attempt("receive", channel.receive)
                expect(got is item, f"after send({item!r}), receive() returned {got!r}" if capacity == 1 else
                       f"items came in another order: {item!r} was due, {got!r} came")


@check(points=2, promise="`send(item)`, `receive() -> item`: first in, first out.")
def basics(explore):
    """One thread sends items and receives the same items, oldest first."""
    def two_channels(m):
        one, other = channel_of(m, 1), channel_of(m, 1)
        attempt("send", one.send, 1)
        attempt("send", other.send, 2)
        got = attempt("receive", other.receive), attempt("receive", one.receive)
        expect(got == (2, 1), "two channels share their items")

    explore(any_items)
    explore(two_channels)


@check(points=2, look=ONE_GO, promise="Never more than `capacity` waiting: `send` blocks while that many are, `receive` while "
                                      "there is none.")
def blocking(explore):
    """send waits while the channel is full, receive while it is empty, and neither polls."""
    def full(capacity):
        def scenario(m):
            channel = channel_of(m, capacity)
            for number in range(capacity):
                worker = spawn(channel.send, number, name=f"send {number}")
                settle()
                expect(worker.done, f"`send` waits although {number} of {capacity} items are in the channel", "deadlock")
                worker.join()
            late = [spawn(channel.send, capacity + i, name=f"send {capacity + i}") for i in range(2)]
            settle()
            for worker in late:
                still_waits(worker, f"{worker.name} went through although {capacity} of {capacity} items wait in the channel")
            got = spawn(channel.receive, name="receive")
            settle()
            expect(got.done, "`receive` waits although the channel is full: a waiting send keeps it from finishing", "deadlock")
            expect(got.join() == 0, f"`receive` returned {got.join()!r}, not the oldest item")
            expect(sum(w.done for w in late) == 1, f"after one receive, one of the two waiting sends goes on; "
                                                   f"{sum(w.done for w in late)} did",
                   "wrong_result" if all(w.done for w in late) else "lost_wakeup")
            rest = [attempt("receive", channel.receive) for _ in range(capacity + 1)]
            expect(sorted(rest) == list(range(1, capacity + 2)), f"the rest came out as {rest}")
            for worker in late:
                worker.join()
        return scenario

    def empty(m):
        channel = channel_of(m, 2)
        receivers = [spawn(channel.receive, name=f"receive {i + 1}") for i in range(2)]
        settle()
        for worker in receivers:
            still_waits(worker, f"{worker.name} goes on although the channel is empty")
        first = spawn(channel.send, "x", name="send x")
        settle()
        expect(first.done, "`send` waits although the channel is empty: a waiting receive keeps it from finishing", "deadlock")
        first.join()
        expect(sum(w.done for w in receivers) == 1, "after one send, one of the two waiting receives goes on; "
               f"{sum(w.done for w in receivers)} did", "wrong_result" if all(w.done for w in receivers) else "lost_wakeup")
        spawn(channel.send, "y", name="send y").join()
        got = sorted(w.join() for w in receivers)
        expect(got == ["x", "y"], f"x and y were sent; the two receives returned {got}")

    def two_for_two(m):
        channel = channel_of(m, 2)
        receivers = [spawn(channel.receive, name=f"receive {i + 1}") for i in range(2)]
        settle()
        for item in "xy":
            channel.send(item)
        settle()
        go_on(receivers, "two items came for two waiting receives")
        got = sorted(w.join() for w in receivers)
        expect(got == ["x", "y"], f"x and y were sent; the two receives returned {got}")
        for item in (0, 1):
            channel.send(item)
        senders = [spawn(channel.send, i, name=f"send {i}") for i in (2, 3)]
        settle()
        got = channel.receive(), channel.receive()
        settle()
        expect(got == (0, 1), f"0 and 1 were sent first, and {got[0]} and {got[1]} came out")
        go_on(senders, "two places became free for two waiting sends")
        for worker in senders:
            worker.join()

    def go_on(workers, why):
        through = sum(w.done for w in workers)
        expect(through == len(workers), f"{why}, and only {through} went on", "lost_wakeup")

    def its_own_items(m):
        one, other = channel_of(m, 1), channel_of(m, 1)
        one.send(1)
        early = spawn(other.receive, name="receive")
        settle()
        still_waits(early, "`receive` goes on although its own channel is empty: two channels share something")
        other.send(2)
        expect((early.join(), one.receive()) == (2, 1), "two channels share their items")

    for scenario in (full(1), full(2), empty, two_for_two, its_own_items):
        explore(scenario, max_schedules=1_000, samples=100)


@check(points=3, look=ONE_GO, promise="First in, first out, never more than `capacity` waiting. No item is lost, delivered "
                                      "twice, or stuck.")
def delivery(explore):
    """Senders and receivers at once: every item arrives once and in order, and nobody is stuck."""
    def crowd(capacity):
        """All at once, one item each; afterwards the channel must be as new."""
        def scenario(m):
            channel = channel_of(m, capacity)
            workers = [task(m, channel, ("send", i), name=f"sender {i + 1}") for i in range(2)]
            workers += [task(m, channel, ("receive",), name=f"receiver {i + 1}") for i in range(2)]
            seen = joined(workers)
            again = [task(m, channel, ("send", 10 + i), name=f"later sender {i + 1}") for i in range(capacity)]
            settle()
            expect(all(w.done for w in again), "afterwards the empty channel has fewer places than before", "deadlock")
            extra = task(m, channel, ("send", 99), name="one sender more", stays=True)
            settle()
            still_waits(extra, f"afterwards {capacity + 1} sends go through, with a capacity of {capacity}")
            explained(capacity, seen, [w.join() for w in again])
        return scenario

    def too_many(capacity):
        """One sender more than there are places."""
        def scenario(m):
            channel = channel_of(m, capacity)
            senders = [task(m, channel, ("send", i), name=f"sender {i + 1}") for i in range(capacity + 1)]
            settle()
            through = sum(w.done for w in senders)
            expect(through == capacity, f"{capacity + 1} sends came at once for {capacity} place{'s' * (capacity > 1)}, and "
                                        f"{through} went through",
                   "wrong_result" if through > capacity else "deadlock")
            mine = calls_of(m, channel, [("receive",)] * (capacity + 1))
            explained(capacity, [*(w.join() for w in senders), mine])
        return scenario

    def histories(capacity, before, *tasks):
        """before: what is sent first.  tasks: words of "s" and "r", the calls of each task."""
        def scenario(m):
            channel = channel_of(m, capacity)
            first = calls_of(m, channel, [("send", i) for i in range(before)])
            workers, number = [], before
            for i, word in enumerate(tasks):
                calls = []
                for letter in word:
                    calls.append(("send", number) if letter == "s" else ("receive",))
                    number += letter == "s"
                workers.append(task(m, channel, *calls, name=f"task {i + 1}"))
            seen = joined(workers)
            letters = "".join(tasks)
            explained(capacity, [first], seen, [leftover(m, channel, before + letters.count("s") - letters.count("r"))])
        return scenario

    def one_place_for_two(m):
        """One sender waits for a place; when one becomes free, another comes too."""
        channel = channel_of(m, 1)
        before = calls_of(m, channel, [("send", 0)])
        senders = [task(m, channel, ("send", 1), name="waiting send")]
        settle()
        receiver = task(m, channel, ("receive",), name="receive")
        senders.append(task(m, channel, ("send", 2), name="new send"))
        settle()
        expect(receiver.done, "`receive` waits although an item is there", "deadlock")
        through = sum(w.done for w in senders)
        expect(through == 1, f"one place became free, and {through} of two sends went on",
               "wrong_result" if through else "lost_wakeup")
        rest = calls_of(m, channel, [("receive",)] * 2)
        explained(1, [before], [receiver.join(), *(w.join() for w in senders), rest])

    def one_item_for_two(m):
        """One receiver waits for an item; when one comes, another receiver comes too."""
        channel = channel_of(m, 1)
        receivers = [task(m, channel, ("receive",), name="waiting receive")]
        settle()
        sender = task(m, channel, ("send", 1), name="send")
        receivers.append(task(m, channel, ("receive",), name="new receive"))
        settle()
        for worker in receivers:
            if worker.error is not None:
                worker.join()
        through = sum(w.done for w in receivers)
        expect(through == 1, f"one item was sent, and {through} of two receives went on",
               "wrong_result" if through else "lost_wakeup")
        mine = calls_of(m, channel, [("send", 2)])
        explained(1, [sender.join(), *(w.join() for w in receivers), mine])

    explore(any_items)
    for scenario in (crowd(1), crowd(2), too_many(1), too_many(2), histories(2, 0, "sss", "rrr"), histories(1, 0, "ss", "rr"),
                     histories(2, 0, "ss", "s", "rr"), histories(2, 2, "rs", "r"), histories(1, 1, "s", "s", "rr"),
                     histories(1, 0, "sr", "sr"), one_place_for_two, one_item_for_two):
        explore(scenario, max_schedules=1_500, samples=150)


@check(points=2, look=BOTH, promise="After `close`, `send` raises `Closed`, `receive` first hands out what is left and then "
                                    "raises `Closed`; those already blocked wake up and do the same (a blocked `send`'s item is "
                                    "not delivered).")
def closing(explore):
    """After close, send raises Closed, receive hands out the rest first; whoever is blocked wakes up and does the same."""
    def alone(m):
        for left, capacity, times in ((2, 3, 2), (0, 1, 20), (1, 1, 2), (2, 2, 2)):
            channel = channel_of(m, capacity)
            for item in range(left):
                attempt("send", channel.send, item)
            closer = spawn(channel.close, name="close()", stays=True)
            settle()
            expect(closer.done, f"close() waits, with {left} of {capacity} items left", "deadlock")
            closer.join()
            for _ in range(times):
                worker = task(m, channel, ("send", "late"), name="a send after close", stays=True)
                settle()
                expect(worker.done, f"a send after close waits, with {left} of {capacity} items left: it must raise Closed",
                       "deadlock")
                expect(worker.join()[0][2] == CLOSED, "a send after close raises nothing; it must raise Closed")
            for item in range(left):
                got = received(m, channel)
                expect(got == item, f"{left} items were left at close, {item!r} is due, and receive() " +
                       ("raised Closed" if got == CLOSED else f"returned {got!r}"))
                attempt("a second close()", channel.close)
            for _ in range(times):
                worker = task(m, channel, ("receive",), name="a receive after close", stays=True)
                settle()
                expect(worker.done, "a receive from a closed channel that is empty waits: it must raise Closed", "deadlock")
                got = worker.join()[0][1]
                expect(got == CLOSED, f"a receive from a closed channel that is empty returned {got!r}; it must raise Closed")

    def blocked(letters, capacity):
        """Receivers ("r") or senders ("s") are blocked, then close comes."""
        def scenario(m):
            channel = channel_of(m, capacity)
            full = capacity if letters[0] == "s" else 0
            before = calls_of(m, channel, [("send", i) for i in range(full)])
            calls = [("send", 10 + i) if letter == "s" else ("receive",) for i, letter in enumerate(letters)]
            workers = [task(m, channel, call, name=f"blocked {call[0]} {i + 1}") for i, call in enumerate(calls)]
            settle()
            for worker in workers:
                still_waits(worker, f"{worker.name} goes on although the channel is " + ("full" if full else "empty"))
            closer = task(m, channel, ("close",), name="close")
            settle()
            expect(closer.done, "close() waits", "deadlock")
            for worker in workers:
                expect(worker.done, f"the channel has been closed, and {worker.name} still sleeps", "lost_wakeup")
            seen = [worker.join() for worker in workers]
            for worker, call in zip(workers, seen):
                expect(call[0][-1] == CLOSED, f"{worker.name} was woken by close and " + ("raised nothing" if full else
                       f"returned {call[0][1]!r}") + "; it must raise Closed")
            explained(capacity, [before], [*seen, closer.join()], [rest_of(m, channel, capacity + len(letters))])
        return scenario

    def other_channel(m):
        one, other = channel_of(m, 1), channel_of(m, 1)
        theirs = task(m, other, ("receive",), name="the receiver of another channel")
        settle()
        one.close()
        settle()
        still_waits(theirs, "a receive ends although only another channel was closed")
        got = sent(m, other, 1)
        expect(got == "ok", "a send raises Closed although only another channel was closed")
        got = theirs.join()[0][1]
        expect(got == 1, f"1 was sent, and {got!r} was received")

    def race(capacity, before, *tasks):
        """Words of "s", "r", and "c" for close, one for each task, at once; then what is left is received."""
        def scenario(m):
            channel = channel_of(m, capacity)
            first = calls_of(m, channel, [("send", i) for i in range(before)])
            workers, number = [], before
            for word in tasks:
                calls, waits = [], word.endswith("…")
                for letter in word.rstrip("…"):
                    calls.append({"s": ("send", number), "r": ("receive",), "c": ("close",)}[letter])
                    number += letter == "s"
                workers.append(task(m, channel, *calls, name=" and ".join(call[0] for call in calls)))
                if waits:
                    settle()
            seen = [worker.join() for worker in workers]
            explained(capacity, [first], seen, [rest_of(m, channel, number)])
        return scenario

    for scenario in (alone, blocked("r", 1), blocked("rr", 1), blocked("rrr", 2), blocked("s", 1), blocked("ss", 1),
                     blocked("ss", 2), other_channel):
        explore(scenario)
    # "…": it is blocked before the next one begins
    for scenario in (race(1, 0, "s", "c"), race(1, 0, "r", "c"), race(1, 1, "s", "c"), race(1, 1, "s…", "rc"),
                     race(1, 1, "s…", "cr"), race(1, 1, "s…", "r", "c"), race(1, 1, "s…", "c", "r"), race(1, 0, "r…", "sc"), race(1, 0, "r…", "r…", "sc"),
                     race(1, 0, "r…", "s", "c"), race(2, 2, "c", "rr", "rr"), race(1, 0, "c", "c"), race(2, 2, "s…", "s…", "rc"),
                     race(1, 0, "s", "r", "c"), race(1, 0, "r", "r", "sc"), race(1, 0, "ss", "c"), race(2, 1, "s", "c", "r")):
        explore(scenario, max_schedules=600, samples=100)


@check(points=1, after=("delivery", "closing"), real=True, promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, two senders and two receivers move 400 items, and close ends the receivers."""
    channel = module.Channel(3)
    got = [[], []]

    def send_all(start):
        for number in range(start, start + 200):
            channel.send(number)

    def receive_all(mine):
        try:
            while True:
                mine.append(channel.receive())
        except module.Closed:
            pass

    senders = [threading.Thread(target=send_all, args=(i * 200,)) for i in range(2)]
    receivers = [threading.Thread(target=receive_all, args=(mine,)) for mine in got]
    for thread in senders + receivers:
        thread.start()
    for thread in senders:
        thread.join()
    channel.close()
    for thread in receivers:
        thread.join()
    late = []
    for _ in range(400):
        try:
            channel.send("late")
        except module.Closed:
            late.append("Closed")
        else:
            late.append("nothing")
    return {"got": got, "late": late}


@real_threads.judge
def _(data):
    numbers = sorted(n for part in data["got"] for n in part)
    expect(numbers == list(range(400)), f"400 items were sent; {len(numbers)} arrived, {len(set(numbers))} of them different")
    for part in data["got"]:
        for start in (0, 200):
            mine = [n for n in part if start <= n < start + 200]
            expect(mine == sorted(mine), "one sender's items came to one receiver in another order")
    expect("nothing" not in data["late"], f"{len(data['late'])} sends after close, and number "
           f"{[*data['late'], 'nothing'].index('nothing') + 1} raised nothing; each must raise Closed")
