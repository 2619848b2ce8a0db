"""A decorator that lets at most n calls of a function run at once.

Goal: make one semaphore for each decorated function; give its place back however the call ends; keep what makes the function
itself.  Bounds: limits 1 to 3; up to four callers at once, each calling once or twice.
"""

import threading

from autograder.checks.spec import Exercise, attempt, check, expect, expect_raises, fail, gate, meet, reached, settle, spawn

EXERCISE = Exercise(
    title="A limit on calls that run at once",
    provides=("limit(n)",),
    forbids=("asyncio",),
    hints=(
        "Where to look: there are three moments, when `limit(2)` is evaluated, when its result decorates a function, and when "
        "that function is called. What has to be made, or checked, at which of them?",
        "Which primitive: a semaphore that starts at `n` counts the free places. Make it when the function is decorated, take a "
        "place before the call, and let `with` or `finally` give it back. `functools.wraps` keeps the name and the docstring.",
        "A sketch: limit(n): refuse n < 1; return decorate. decorate(function): make a Semaphore(n); define wrapper(*args, "
        "**kwargs), wrapped as function: with the semaphore: return function(*args, **kwargs). Return wrapper.",
    ),
)

PLACES = "Every call takes one place before it begins and gives back exactly one when it ends, however it ends."
OWN = "When is the semaphore made: when the module is loaded, when limit(n) is called, or when a function is decorated?"


class Odd(BaseException):
    """Not an Exception; a call may raise it all the same."""


def errors():
    return KeyError("no"), StopIteration(7), Odd("odd"), SystemExit(3), KeyboardInterrupt(), GeneratorExit()


def decorate(m, n, function):
    decorator = attempt(f"limit({n})", m.limit, n)
    return attempt(f"decorating with limit({n})", decorator, function)


def note(log):
    """One more in ``log``, unseen by the explorer: read it with ``noted`` after ``settle()``."""
    list.append(log, 1)


def noted(log):
    return list.__len__(log)


def outcome(function, *args, **kwargs):
    """What the call returned, and what it raised."""
    try:
        return function(*args, **kwargs), None
    except NotImplementedError:
        raise
    except BaseException as error:
        return None, error


@check(points=3, promise="The result, the exception, the name and the docstring are the function's own. `n < 1` is a "
                         "`ValueError`, raised by `limit(n)` itself.")
def basics(explore):
    """Called by one thread, a decorated function behaves as before, and `limit(0)` is refused."""
    def results(m):
        given = []

        def parrot(*args, **kwargs):
            given.append((args, kwargs))
            return value

        parrot_limited = decorate(m, 20, parrot)
        for value in (1, None, 0, False, "", [], object(), ValueError("returned, not raised"), (1, 2), StopIteration):
            got = attempt("the decorated function", parrot_limited, 1, "two", key=value)
            expect(got is value, f"the function returned {value!r}, and the decorated function {got!r}")
            expect(len(given) == 1, f"one call of the decorated function called the function {len(given)} times")
            args, kwargs = given.pop()
            expect(args == (1, "two") and list(kwargs) == ["key"] and kwargs["key"] is value,
                   f"called with (1, 'two', key={value!r}), the function got {args!r} and {kwargs!r}")
        attempt("the decorated function", parrot_limited)
        expect(given == [((), {})], f"called without arguments, the function got {given[0] if given else 'no call'}")

    def exceptions(m):
        def give_up(error):
            raise error

        give_up_limited = decorate(m, 20, give_up)
        for error in errors():
            value, raised = outcome(give_up_limited, error)
            expect(raised is not None, f"the function raised {error!r}, and the decorated function returned {value!r}")
            expect(raised is error,
                   f"the function raised {error!r}, and the decorated function {raised!r}" if repr(raised) != repr(error)
                   else f"the function raised {error!r}, and the decorated function another exception that looks the same")

    def names(m):
        def polite():
            """Says hello."""

        def silent():
            pass

        for function in (polite, silent):
            decorated = decorate(m, 2, function)
            for what, attribute in (("name", "__name__"), ("docstring", "__doc__")):
                own, shown = getattr(function, attribute), getattr(decorated, attribute, None)
                expect(shown == own, f"the function's {what} is {own!r}; once decorated, it is {shown!r}")

    def arguments(m):
        for n in (0, -1, -7):
            expect_raises(ValueError, m.limit, n, what=f"limit({n})")

    for scenario in (results, exceptions, names, arguments):
        explore(scenario, max_schedules=300, samples=50)


@check(points=3, look=PLACES, promise="At most `n` calls of the decorated function run at once, over all threads. A call that "
                                      "raises frees its place.")
def at_most(explore):
    """Never more than n calls run at once, and a call that raises frees its place, only its own."""
    def crowd(n, stayers, passers=0, before=(), fails=False):
        """``stayers`` call and stay inside until the door opens, while ``passers`` call and return, the first with an error if
        ``fails``; ``before``: errors that calls have raised before that.

        If n + 1 calls can be inside at once at all, then these stayers can.
        """
        def scenario(m):
            inside, ran = [], []

            def visit(error, stays):
                if error is not None:
                    raise error
                note(ran)
                if stays:
                    note(inside)
                    gate("the door").wait()

            def stay():
                limited(None, True)

            def go_through(number):
                error = KeyError("no") if fails and number == 0 else None
                expect(outcome(limited, error, False)[1] is error, "the exception is not the function's own")

            limited = decorate(m, n, visit)
            for error in before:
                worker = spawn(outcome, limited, error, False, name=f"the call that raises {type(error).__name__}", stays=True)
                settle()
                expect(worker.done, "nobody is inside, and a call waits: a call that raised has kept its place", "deadlock")
                expect(worker.join()[1] is not None, f"the function raised {error!r}, and the call raised nothing")
            workers = [spawn(stay, name=f"caller {i + 1}") for i in range(stayers)]
            workers += [spawn(go_through, i, name=f"quick caller {i + 1}") for i in range(passers)]
            settle()
            now = noted(inside)
            expect(now <= n, f"{now} calls run at once, with limit({n})")
            expect(now > 0,
                   f"nobody is inside, and {stayers} callers wait: " + ("a call that raised has kept its place" if before or fails
                   else "no place is free"), "deadlock")
            gate("the door").open()
            for worker in workers:
                worker.join()
            calls = stayers + passers - fails
            expect(noted(ran) == calls, f"the function was called {calls} times, and ran {noted(ran)} times")
        return scenario

    def visits(n, callers, calls):
        def scenario(m):
            inside = []

            def visit(name):
                inside.append(name)
                count = len(inside)
                if count > n:
                    fail(f"{count} calls run at once, with limit({n})")
                inside.remove(name)

            def caller(name):
                for _ in range(calls):
                    limited(name)

            limited = decorate(m, n, visit)
            for worker in [spawn(caller, f"caller {i + 1}", name=f"caller {i + 1}") for i in range(callers)]:
                worker.join()
        return scenario

    def nested(n):
        """A call that calls the function itself needs a second place."""
        def scenario(m):
            depths = []

            def dive(depth):
                note(depths)
                if depth > n:
                    fail(f"a call that calls the decorated function again, and so on: {depth} calls run at once, with limit({n})")
                limited(depth + 1)

            limited = decorate(m, n, dive)
            spawn(limited, 1, name="the call that calls itself", stays=True)
            settle()
            expect(noted(depths) > 0, "nobody is inside, and a call waits", "deadlock")
            reached()
        return scenario

    for scenario in (crowd(1, 2), crowd(2, 3), crowd(3, 4), crowd(1, 2, 1),
                     crowd(1, 2, before=errors()), crowd(2, 3, before=errors()), crowd(1, 2, 1, fails=True),
                     crowd(2, 3, 1, fails=True), visits(1, 2, 2), visits(1, 3, 1)):
        explore(scenario, max_schedules=1_200, samples=60)
    for n in (1, 2):
        explore.possible(nested(n), "a call of the decorated function never begins")


@check(points=3, look=OWN, promise="Up to `n` really can run at once. Each decorated function has a limit of its own.")
def together(explore):
    """n calls really run at once, a free place is taken at once, and no other function's calls are in the way."""
    def all_meet(n):
        def scenario(m):
            limited = decorate(m, n, lambda: meet(n, f"a meeting of {n}"))
            for worker in [spawn(limited, name=f"caller {i + 1}") for i in range(n)]:
                worker.join()
        return scenario

    def stay(m, n, begun):
        def visit(name, error=None):
            begun.append(name)
            gate(name).wait()
            if error is not None:
                raise error
        return decorate(m, n, visit)

    def place_by_place(error):
        how = "returned" if error is None else f"raised {error!r}"

        def scenario(m):
            begun = []
            limited = stay(m, 2, begun)
            a, b = spawn(limited, "a", name="call a"), spawn(outcome, limited, "b", error, name="call b")
            settle()
            expect(sorted(begun) == ["a", "b"], f"two call with limit(2), and only {begun} run")
            c, d = spawn(limited, "c", name="call c"), spawn(limited, "d", name="call d")
            settle()
            expect(len(begun) == 2, f"{begun} run at once, with limit(2)")
            gate("b").open()
            settle()
            expect(b.done, "call b waits although it may end")
            expect(len(begun) == 3, f"call b has {how}, a is still inside, c and d wait: one of them must begin, and "
                   f"{len(begun) - 2} did", "lost_wakeup" if len(begun) == 2 else "wrong_result")
            gate("a").open()
            settle()
            expect(sorted(begun) == ["a", "b", "c", "d"],
                   f"a and b have ended, two places are free for c and d, and only {begun} have begun", "lost_wakeup")
            for name in "cd":
                gate(name).open()
            for worker in (a, b, c, d):
                worker.join()
        return scenario

    def two_leave(m):
        """Two leave at the same time, one by an exception, and two that wait must meet inside."""
        def visit(name):
            if name in "cd":
                meet(2, "the meeting of c and d")
            else:
                gate("the door").wait()
            if name == "b":
                raise KeyError(name)
        limited = decorate(m, 2, visit)
        workers = [spawn(outcome, limited, name, name=f"call {name}") for name in "ab"]
        settle()
        workers += [spawn(limited, name, name=f"call {name}") for name in "cd"]
        gate("the door").open()
        for worker in workers:
            worker.join()

    def one_by_one(m):
        log = []
        limited = decorate(m, 1, lambda: note(log))
        for worker in [spawn(limited, name=f"caller {i + 1}") for i in range(3)]:
            worker.join()
        expect(noted(log) == 3, f"three calls were made, and {noted(log)} ran")

    def independent(make, what):
        def scenario(m):
            first, second = make(m)
            inside = spawn(first, name="call of the one")
            settle()
            waits = spawn(first, name="second call of the one")
            settle()
            other = spawn(second, name="call of the other")
            settle()
            expect(other.done, f"a call of one function waits for calls of another: {what}", "deadlock")
            gate("the door").open()
            for worker in (inside, waits, other):
                worker.join()
        return scenario

    def wait_inside():
        gate("the door").wait()

    def nothing():
        pass

    def one_decorator(m):
        decorator = attempt("limit(1)", m.limit, 1)
        return decorator(wait_inside), decorator(nothing)

    def two_decorators(m):
        return decorate(m, 1, wait_inside), decorate(m, 1, nothing)

    def same_name(m):
        return twin(m, True), twin(m, False)

    def twin(m, waits):
        def work():
            if waits:
                gate("the door").wait()
        return decorate(m, 1, work)

    def decorated_twice(m):
        """The same function under two limits: each has places of its own."""
        def work(name):
            meet(3, "a meeting of 1 and 2")
        narrow, wide = decorate(m, 1, work), decorate(m, 2, work)
        workers = [spawn(narrow, "a", name="call 1 of 1"), spawn(wide, "b", name="call 1 of 2"),
                   spawn(wide, "c", name="call 2 of 2")]
        for worker in workers:
            worker.join()

    def one_inside_the_other(m):
        inner = decorate(m, 1, lambda: "done")
        outer = decorate(m, 1, lambda: inner())
        for worker in [spawn(outer, name="call of the outer"), spawn(inner, name="call of the inner")]:
            got = worker.join()
            expect(got == "done", f"the call returned {got!r}, not what the function returned")

    for scenario in (all_meet(1), all_meet(2), all_meet(3), place_by_place(None), place_by_place(KeyError("b")),
                     place_by_place(Odd("b")), two_leave, one_by_one,
                     independent(two_decorators, "two functions, two decorators limit(1)"),
                     independent(one_decorator, "two functions decorated by the same limit(1)"),
                     independent(same_name, "two functions of the same name"), decorated_twice, one_inside_the_other):
        explore(scenario, max_schedules=600, samples=60)


@check(points=1, after=("at_most", "together"), real=True, promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, two threads meet inside fifty times, and four never are more than two inside."""
    lock = threading.Lock()
    pair = threading.Barrier(2)
    inside, most = [0], [0]

    @module.limit(2)
    def meet_inside():
        pair.wait()             # passed only when two calls run at once

    @module.limit(2)
    def visit(number):
        with lock:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        with lock:
            inside[0] -= 1
        if number % 10 == 9:
            raise SystemExit(number)
        return number

    def visitor():
        total = 0
        for number in range(50):
            try:
                total += visit(number)
            except SystemExit as error:
                total += error.code
        sums.append(total)

    def run(target, count):
        threads = [threading.Thread(target=target) for _ in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    sums = []
    run(lambda: [meet_inside() for _ in range(50)], 2)
    run(visitor, 4)
    return {"most": most[0], "sums": sums, "name": visit.__name__}


@real_threads.judge
def _(data):
    expect(data["most"] <= 2, f"{data['most']} calls ran at once, with limit(2)")
    expect(data["sums"] == [sum(range(50))] * 4, "the results, or the exceptions, of the calls were not the function's own")
    expect(data["name"] == "visit", f"the decorated function is called {data['name']!r}")
