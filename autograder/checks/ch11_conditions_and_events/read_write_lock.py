"""A lock for many readers or one writer.

Goal: keep what goes on inside, and who waits, in one place under one lock; decide there who may go in; wake all who may.
Bounds: up to three threads that race; up to five that come one after the other.
"""

import threading

from autograder.checks.spec import Exercise, attempt, check, expect, gate, meet, settle, spawn, still_waits

EXERCISE = Exercise(
    title="A lock for many readers or one writer",
    provides=("ReadWriteLock()", ".read()", ".write()"),
    forbids=("asyncio",),
    hints=(
        "Where to look: who is inside, and who waits? Say in one line when a reader may go in, and in another when a writer may. "
        "Which of the two lines speaks of a writer that waits?",
        "Which primitive: one `Condition` guards three numbers: readers inside, writers inside, writers waiting. Everybody waits "
        "with `wait_for`, and whoever leaves wakes all. `contextlib.contextmanager` with `try`/`finally` makes the two `with` "
        "blocks.",
        "A sketch: read: with the condition: wait for no writer inside and none waiting; count yourself in. At the end, with the "
        "condition: count yourself out, notify_all. write: with the condition: waiting += 1; wait for nobody inside; waiting -= "
        "1; you are inside. At the end, with the condition: you are out, notify_all.",
    ),
)

INSIDE = "Is looking whether the way is free one step with going in, under one lock?"
WAKE = "Who may go on when this one leaves: one, or all the readers? Is every one of them woken?"
CROWD = 30
ARRIVES = "What does a reader that arrives know of a writer that waits, and from which moment until which?"


class Room:
    """What the lock protects: who is inside, in which order they came in."""

    def __init__(self, m):
        self.lock = attempt("ReadWriteLock()", m.ReadWriteLock)
        self.log = []           # written unseen by the explorer: read it when the others have settled, or joined

    def enter(self, kind, name, body):
        with (self.lock.read() if kind == "read" else self.lock.write()):
            list.append(self.log, name)
            body()

    def reader(self, name="reader", stays=False):
        """A reader that stays inside until ``leave(name)`` when ``stays``."""
        return spawn(self.enter, "read", name, gate(name).wait if stays else nothing, name=name)

    def writer(self, name="writer", stays=False):
        return spawn(self.enter, "write", name, gate(name).wait if stays else nothing, name=name)

    def leave(self, name):
        gate(name).open()

    def inside(self, name):
        return list.__contains__(self.log, name)

    def must_be_in(self, name, why):
        settle()
        expect(self.inside(name), f"{name} waits although {why}", "deadlock")

    def must_wait(self, worker, why):
        settle()
        still_waits(worker, f"{worker.name} has come and gone although {why}")
        expect(not self.inside(worker.name), f"{worker.name} goes in although {why}")

    def order(self, *names):
        """Of those named, everyone must have come in before the next."""
        place = [list.index(self.log, name) for name in names]
        expect(place == sorted(place), f"they went in in the order {', '.join(self.log)}; {names[0]} was to come before "
                                       f"{names[-1]}")


def nothing():
    pass


def finish(*workers):
    for worker in workers:
        worker.join()


def free_for_all(room):
    """Nobody is inside and nobody waits: a writer and two readers must get in."""
    for kind in ("write", "read", "read", "write"):
        name = f"later {'writer' if kind == 'write' else 'reader'}"
        worker = spawn(room.enter, kind, name, nothing, name=name)
        settle()
        expect(worker.done, f"{name} waits although everybody has left", "deadlock")
        worker.join()


@check(points=2, promise="`read()` and `write()` give context managers. A body that raises lets go as usual.")
def basics(explore):
    """One thread reads and writes, one after the other, and lets go also when its body raises."""
    def in_turn(m):
        lock = attempt("ReadWriteLock()", m.ReadWriteLock)
        for kind in ("read", "write", "write", "read", "read", "write"):
            steps = []
            with attempt(f"{kind}()", getattr(lock, kind)):
                steps.append(kind)
            expect(steps == [kind], f"the body of `with lock.{kind}():` ran {len(steps)} times")

    def raising(m):
        lock = attempt("ReadWriteLock()", m.ReadWriteLock)
        for kind in ("read", "write"):
            for error in (KeyError("from inside"), StopIteration("from inside"), ValueError("from inside")):
                raised = None
                try:
                    with attempt(f"{kind}()", getattr(lock, kind)):
                        raise error
                except Exception as caught:
                    raised = caught
                expect(raised is not None, f"`with lock.{kind}():` swallows the {type(error).__name__} that its body raised")
                expect(raised is error, f"the body of `with lock.{kind}():` raised {error!r}, and {raised!r} came out")
                for after in ("write", "read"):
                    worker = spawn(pass_through, getattr(lock, after), name=f"the {after}er" if after == "read" else "the writer",
                                   stays=True)
                    settle()
                    expect(worker.done, f"a body of `with lock.{kind}():` raised, and now {worker.name} waits although nobody is "
                                        "inside", "deadlock")
                    worker.join()

    def two_locks(m):
        one, other = Room(m), Room(m)
        first = one.writer("the writer of one lock", stays=True)
        one.must_be_in(first.name, "nobody else is there")
        second = other.writer("the writer of another lock", stays=True)
        other.must_be_in(second.name, "only another lock is taken")
        one.leave(first.name)
        other.leave(second.name)
        finish(first, second)

    for scenario in (in_turn, raising, two_locks):
        explore(scenario)


def pass_through(manager):
    with manager():
        pass


@check(points=3, look=INSIDE, promise="Many readers at once, or one writer alone.")
def exclusion(explore):
    """A writer is alone inside, in every interleaving, and nobody is stuck."""
    def held(m):
        room = Room(m)
        writer = room.writer(stays=True)
        room.must_be_in("writer", "nobody else is there")
        reader, other = room.reader(), room.writer("writer 2")
        room.must_wait(reader, "a writer is inside")
        room.must_wait(other, "a writer is inside")
        room.leave("writer")
        finish(writer, reader, other)
        free_for_all(room)

    def read_held(m):
        room = Room(m)
        readers = [room.reader(f"reader {i + 1}", stays=True) for i in range(2)]
        for worker in readers:
            room.must_be_in(worker.name, "only readers are there")
        writer = room.writer()
        room.must_wait(writer, "two readers are inside")
        room.leave("reader 1")
        room.must_wait(writer, "one of two readers is still inside")
        room.leave("reader 2")
        finish(writer, *readers)
        free_for_all(room)

    def race(kinds, fails=False):
        """They come at once.  Those of them that are inside stay until nobody moves: then a writer must be alone."""
        def scenario(m):
            room = Room(m)
            out = []

            def visit(i, kind):
                def body():
                    gate("the door").wait()
                    list.append(out, i)
                    if fails:
                        raise KeyError(i)
                try:
                    room.enter(kind, i, body)
                except KeyError:
                    expect(fails, "an exception came out of nowhere")
            workers = [spawn(visit, i, kind, name=f"{'writer' if kind == 'write' else 'reader'} {i + 1}")
                       for i, kind in enumerate(kinds)]
            settle()
            alone(room, kinds)
            gate("the door").open()
            finish(*workers)
            free_for_all(room)
        return scenario

    def alone(room, kinds):
        inside = [kinds[i] for i in room.log]
        expect(inside, "the lock is free, and everybody waits", "deadlock")
        writers = inside.count("write")
        if writers and len(inside) > 1:
            others = len(inside) - writers
            expect(False,
                   f"{writers} writer{'s' * (writers > 1)}" + (f" and {others} reader{'s' * (others > 1)}" if others else "")
                   + " are inside together")

    def passing(quick, staying):
        """The quick ones go in and out while the others come and stay."""
        def scenario(m):
            room = Room(m)
            kinds = dict(enumerate(staying))
            workers = [spawn(pass_through, room.lock.read if kind == "read" else room.lock.write,
                             name=f"quick {'writer' if kind == 'write' else 'reader'} {i + 1}") for i, kind in enumerate(quick)]
            workers += [spawn(room.enter, kind, i, gate("the door").wait,
                              name=f"{'writer' if kind == 'write' else 'reader'} {i + 1}")
                        for i, kind in enumerate(staying)]
            settle()
            alone(room, kinds)
            gate("the door").open()
            finish(*workers)
        return scenario

    r, w = "read", "write"
    for scenario in (held, read_held, race((w, w)), race((r, w)), race((w, r), True), passing((r,), (w, w)),
                     passing((r,), (r, w)), passing((w,), (r, w)), passing((w,), (w, w)), race((r, r, w)), race((r, w, w))):
        explore(scenario, max_schedules=2_000, samples=200)
    for scenario in (passing((r, r), (r, w)), passing((r, w), (r, w))):
        explore(scenario, max_schedules=150, samples=40)


@check(points=2, look=WAKE, promise="Two readers really can be inside together. Nobody waits while the lock is free for them.")
def together(explore):
    """Readers are inside together, and nobody waits while the lock is free for them."""
    def meeting(n):
        def scenario(m):
            room = Room(m)
            finish(*[spawn(room.enter, "read", i, lambda: meet(n, f"a meeting of {n} readers"), name=f"reader {i + 1}")
                     for i in range(n)])
            free_for_all(room)
        return scenario

    def one_after_another(m):
        room = Room(m)
        readers = []
        for i in range(3):
            readers.append(room.reader(f"reader {i + 1}", stays=True))
            room.must_be_in(readers[-1].name, f"only {i} readers are inside, and no writer has come" if i else "nobody is there")
        room.leave("reader 1")
        settle()
        readers.append(room.reader("reader 4"))
        room.must_be_in("reader 4", "only readers are inside, and no writer has come")
        for i in (1, 2):
            room.leave(f"reader {i + 1}")
        finish(*readers)
        free_for_all(room)

    def a_crowd(m):
        room = Room(m)
        for i in range(CROWD):
            reader = spawn(room.enter, "read", f"reader {i + 1}", gate("the door").wait, name=f"reader {i + 1}", stays=True)
            room.must_be_in(reader.name, f"only {i} readers are inside, and no writer has come")

    def readers_after_a_writer(fails):
        """All the readers that wait for a writer go on when it has left, and meet inside."""
        def scenario(m):
            room = Room(m)
            writer = spawn(writes, room, fails, name="writer")
            room.must_be_in("writer", "nobody else is there")
            readers = [spawn(room.enter, "read", f"reader {i + 1}", lambda: meet(2, "a meeting of 2 readers"),
                             name=f"reader {i + 1}")
                       for i in range(2)]
            for worker in readers:
                room.must_wait(worker, "a writer is inside")
            room.leave("writer")
            finish(writer, *readers)
            free_for_all(room)
        return scenario

    def writes(room, fails):
        def body():
            gate("writer").wait()
            if fails:
                raise KeyError("from inside")
        try:
            room.enter("write", "writer", body)
        except KeyError:
            expect(fails, "an exception came out of nowhere")

    def readers_after_two_writers(m):
        room = Room(m)
        first = room.writer("writer 1", stays=True)
        room.must_be_in("writer 1", "nobody else is there")
        second = room.writer("writer 2", stays=True)
        room.must_wait(second, "a writer is inside")
        readers = [spawn(room.enter, "read", f"reader {i + 1}", lambda: meet(2, "a meeting of 2 readers"), name=f"reader {i + 1}")
                   for i in range(2)]
        for worker in readers:
            room.must_wait(worker, "a writer is inside")
        room.leave("writer 1")
        room.must_be_in("writer 2", "the writer before it has left, and it has come before the readers")
        room.leave("writer 2")
        finish(first, second, *readers)

    def writers_in_turn(m):
        room = Room(m)
        workers = []
        for i in range(3):
            workers.append(room.writer(f"writer {i + 1}", stays=True))
            settle()
        for i in range(3):
            settle()
            expect(len(room.log) == i + 1, f"{i} of three writers have left, and {len(room.log) - i} are inside",
                   "lost_wakeup" if len(room.log) == i else "wrong_result")
            room.leave(room.log[-1])
        finish(*workers)
        free_for_all(room)

    def all_go_on(holder, waiting):
        """Behind one inside, others wait, in the order in which they came; when it leaves, all of them get in."""
        def scenario(m):
            room = Room(m)
            workers = [(room.reader if holder == "r" else room.writer)("the first", stays=True)]
            room.must_be_in("the first", "nobody else is there")
            for i, kind in enumerate(waiting):
                workers.append((room.reader if kind == "r" else room.writer)(f"{'reader' if kind == 'r' else 'writer'} {i + 1}"))
                settle()
            room.leave("the first")
            settle()
            late = [worker.name for worker in workers if not worker.done]
            expect(not late, f"everybody has left, the lock is free, and {' and '.join(late)} still wait{'s' * (len(late) == 1)}",
                   "lost_wakeup")
            finish(*workers)
        return scenario

    def not_entered(kind):
        """A context manager that nobody has entered holds nothing."""
        def scenario(m):
            room = Room(m)
            unused = attempt(f"{kind}()", getattr(room.lock, kind))
            workers = []
            for worker in (room.reader, room.writer):
                workers.append(worker())
                room.must_be_in(workers[-1].name, f"nobody is inside: {kind}() was called, but what it gave was never entered")
            finish(*workers)
            del unused
        return scenario

    def readers_and_leaving_writer(m):
        """A reader that comes while the only writer leaves."""
        room = Room(m)
        writer = room.writer(stays=True)
        room.must_be_in("writer", "nobody else is there")
        room.leave("writer")
        readers = [spawn(room.enter, "read", f"reader {i + 1}", lambda: meet(2, "a meeting of 2 readers"), name=f"reader {i + 1}")
                   for i in range(2)]
        finish(writer, *readers)

    for scenario in (meeting(2), meeting(3), one_after_another, readers_after_a_writer(False), readers_after_a_writer(True),
                     readers_after_two_writers, writers_in_turn, not_entered("write"), not_entered("read"),
                     readers_and_leaving_writer, all_go_on("r", "w"),
                     *(all_go_on("w", waiting) for waiting in ("r", "rw", "wr", "rrw", "rwr", "wrw", "rww", "wwr"))):
        explore(scenario, max_schedules=600, samples=100)
    explore(a_crowd, max_schedules=100, samples=2)


@check(points=2, look=ARRIVES, promise="A waiting writer comes before readers that arrive after it.")
def preference(explore):
    """A writer that waits comes before readers that arrive after it."""
    def behind_readers(readers, writers, late_comes=0):
        """Readers are inside, writers wait, then a reader comes, when ``late_comes`` of the readers have left."""
        def scenario(m):
            room = Room(m)
            workers = [room.reader(f"early reader {i + 1}", stays=True) for i in range(readers)]
            for worker in workers:
                room.must_be_in(worker.name, "only readers are there")
            for i in range(writers):
                workers.append(room.writer(f"writer {i + 1}", stays=True))
                room.must_wait(workers[-1], "a reader is inside")
            for i in range(readers):
                if late_comes == i:
                    late = room.reader("late reader")
                if late_comes <= i:
                    room.must_wait(late, "a writer waits that came before it")
                room.leave(f"early reader {i + 1}")
            for i in range(writers):
                settle()
                came = [name for name in room.log if name.startswith("writer")]
                expect(not late.done and not room.inside("late reader"), f"a reader goes in although {writers - len(came)} of "
                       f"{writers} waiting writers, who came before it, still wait" if len(came) <= i else
                       "a reader goes in beside a writer")
                expect(len(came) == i + 1, f"the readers have left, and so have {i} of {writers} writers, and {len(came) - i} "
                                           "writers are inside: one must be", "lost_wakeup" if len(came) == i else "wrong_result")
                room.leave(came[-1])
            finish(late, *workers)
            free_for_all(room)
        return scenario

    def behind_a_writer(writers):
        """A writer is inside, others wait, then a reader comes."""
        def scenario(m):
            room = Room(m)
            first = room.writer("writer 0", stays=True)
            room.must_be_in("writer 0", "nobody else is there")
            waiting = [room.writer(f"writer {i + 1}") for i in range(writers)]
            for worker in waiting:
                room.must_wait(worker, "a writer is inside")
            late = room.reader("late reader")
            room.must_wait(late, "a writer is inside")
            room.leave("writer 0")
            finish(first, late, *waiting)
            for worker in waiting:
                room.order(worker.name, "late reader")
        return scenario

    def while_leaving(holder, writers):
        """The one inside leaves at the same time as the late reader comes."""
        def scenario(m):
            room = Room(m)
            first = (room.reader if holder == "reader" else room.writer)("the first", stays=True)
            room.must_be_in("the first", "nobody else is there")
            waiting = [room.writer(f"writer {i + 1}") for i in range(writers)]
            for worker in waiting:
                room.must_wait(worker, f"a {holder} is inside")
            late = room.reader("late reader")
            room.leave("the first")
            finish(first, late, *waiting)
            for worker in waiting:
                room.order(worker.name, "late reader")
        return scenario

    def two_late_readers(m):
        room = Room(m)
        first = room.reader("the first", stays=True)
        room.must_be_in("the first", "nobody else is there")
        writer = room.writer()
        room.must_wait(writer, "a reader is inside")
        late = [room.reader(f"late reader {i + 1}") for i in range(2)]
        room.leave("the first")
        finish(first, writer, *late)
        for worker in late:
            room.order("writer", worker.name)

    def again(m):
        """The second writer of the same thread, and a reader after it."""
        room = Room(m)
        first = room.reader("the first", stays=True)
        room.must_be_in("the first", "nobody else is there")

        def write_twice():
            room.enter("write", "write 1", nothing)
            room.enter("write", "write 2", nothing)
        writer = spawn(write_twice, name="the writer")
        settle()
        late = room.reader("late reader")
        room.must_wait(late, "a writer waits that came before it")
        room.leave("the first")
        finish(first, writer, late)
        room.order("write 1", "late reader")
        free_for_all(room)

    for scenario in (behind_readers(1, 1), behind_readers(2, 1), behind_readers(2, 1, 1), behind_readers(1, 2),
                     behind_a_writer(1), behind_a_writer(2), while_leaving("reader", 1), while_leaving("writer", 1), again,
                     while_leaving("reader", 2), while_leaving("writer", 2), two_late_readers):
        explore(scenario, max_schedules=600, samples=100)


@check(points=1, after=("exclusion", "together"), real=True, promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, two readers and two writers share two numbers that must be equal, and readers meet inside."""
    lock = module.ReadWriteLock()
    pair = [0, 0]
    torn = []
    met = threading.Barrier(2)

    def read():
        with lock.read():
            met.wait()          # passed only when two readers are inside

    def read_often():
        for _ in range(100):
            with lock.read():
                if pair[0] != pair[1]:
                    torn.append(list(pair))

    def write():
        for _ in range(100):
            with lock.write():
                pair[0] += 1
                pair[1] += 1

    def run(*targets):
        threads = [threading.Thread(target=target) for target in targets]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    run(read, read)
    run(read_often, read_often, write, write)
    return {"torn": len(torn), "pair": pair}


@real_threads.judge
def _(data):
    expect(data["torn"] == 0, f"{data['torn']} times a reader saw the work of a writer half done")
    expect(data["pair"] == [200, 200], f"two writers added 1 two hundred times, and the numbers are {data['pair']}")
