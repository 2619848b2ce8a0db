"""TITLE.

Goal: what the learner is to understand.  Bounds: how many threads or processes, items and rounds the scenarios use.
"""

from autograder.checks.spec import Exercise, attempt, check, expect, spawn

EXERCISE = Exercise(
    title="TITLE",
    # Names with values in brackets are called so; see Exercise.
    provides=("NAME(items)",),
    forbids=(),
    hints=(
        "Where to look: …",
        "Which primitive: …",
        "A sketch: …",
    ),
)


@check(points=4, promise="The sentence of the contract that this tests.")
def basics(explore):
    """What the learner reads beside the points: one thread calls it."""
    def scenario(m):
        got = attempt("NAME([1, 2])", m.NAME, [1, 2])
        expect(got == [1, 2], f"NAME([1, 2]) returned {got!r}")
    explore(scenario)


@check(points=5, after="basics", promise="Another sentence of the contract.", look="Where to look when it fails.")
def interleavings(explore):
    """Two threads call it at once."""
    def scenario(m):
        workers = [spawn(m.NAME, [n], name=f"caller {n}") for n in (1, 2)]
        for n, worker in enumerate(workers, 1):
            expect(worker.join() == [n], "a caller got what was another's")
    explore(scenario)


@check(points=1, after=("basics", "interleavings"), real=True, promise="It works on real threads as well.")
def real_threads(module):
    """It runs on real threads."""
    return module.NAME([1, 2])


@real_threads.judge
def _(data):
    expect(data == [1, 2], f"NAME([1, 2]) returned {data!r}")
