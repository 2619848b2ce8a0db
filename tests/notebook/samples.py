"""Reports to render: one of each outcome, and one whose every word tries to break out of the page."""

NAME = "ch10_semaphores/bounded_buffer"
ATTACK = ("<script>alert(1)</script>\x1b[31mred\x1b[0m <img src=x onerror=alert(2)> `</code><b>` "
          "\u202etxet \ud800 \x00 &amp;")
BASICS, FIFO = "Items come out in the order they went in", "Two producers and two consumers lose nothing"


def check(name, label, points, maximum, outcome, verdict=None, **more):
    """One entry of a report's `checks`."""
    return {"name": name, "label": label, "points": points, "max_points": maximum, "outcome": outcome,
            "verdict": verdict or outcome, "kind": "", "message": "", "schedules": 0, "schedule": "", "promise": "",
            "look": "", "trace": None, **more}


def report(*checks, exercise=NAME, weak=False):
    """A report of these checks."""
    note = "Only resource limits are in force here: bubblewrap was not found." if weak else ""
    return {"exercise": exercise, "score": float(sum(each["points"] for each in checks)),
            "max_score": float(sum(each["max_points"] for each in checks)), "seconds": 0.41, "python": "3.11.7",
            "checks": list(checks),
            "sandbox": {"kind": "rlimits" if weak else "bubblewrap", "weak": weak, "note": note}}


def trace():
    """A trace of three tasks: a buffer that tests with `if` where it needs `while`."""
    asleep = "for self.changed, until someone notifies it"
    steps = [   # task, text, value, line, code, waits
        (0, "starts consumer 1", "", 31, "a.start()", ""),
        (0, "starts consumer 2", "", 32, "b.start()", ""),
        (1, "acquires self.lock", "", 14, "with self.lock:", ""),
        (1, "reads self.items", "[]", 15, "if not self.items:", ""),
        (1, "waits on self.changed", "", 16, "self.changed.wait()", asleep),
        (2, "acquires self.lock", "", 14, "with self.lock:", ""),
        (2, "reads self.items", "[]", 15, "if not self.items:", ""),
        (2, "waits on self.changed", "", 16, "self.changed.wait()", asleep),
        (0, "acquires self.lock", "", 8, "with self.lock:", ""),
        (0, "self.items.append", "'a'", 9, "self.items.append(item)", ""),
        (0, "notifies all on self.changed", "2 woken", 10, "self.changed.notify_all()", ""),
        (0, "releases self.lock", "", 8, "with self.lock:", ""),
        (1, "acquires self.lock", "", 16, "self.changed.wait()", ""),
        (1, "self.items.pop", "'a'", 17, "return self.items.pop(0)", ""),
        (1, "releases self.lock", "", 14, "with self.lock:", ""),
        (1, "ends", "", 0, "", ""),
        (2, "acquires self.lock", "", 16, "self.changed.wait()", ""),
        (2, "self.items.pop", "", 17, "return self.items.pop(0)", ""),
        (2, "raises IndexError", "pop from empty list", 17, "return self.items.pop(0)", ""),
        (0, "waits for consumer 2", "", 34, "b.join()", "for consumer 2 to end"),
    ]
    keys = ("task", "text", "value", "line", "code", "waits")
    rows = [{**dict(zip(keys, step)), "switch": number > 0 and step[0] != steps[number - 1][0]}
            for number, step in enumerate(steps)]
    return {"tasks": ["main", "consumer 1", "consumer 2"], "rows": rows,
            "diagnosis": "consumer 2 woke up after consumer 1 had taken the only item, and did not look again."}


LOADS = check("loads", "The module loads and offers what the contract names", 0.0, 0.0, "passed")

PASSED = report(
    LOADS,
    check("basics", BASICS, 2.0, 2.0, "passed", "proved", schedules=1),
    check("fifo", FIFO, 4.0, 4.0, "passed", "proved", schedules=42),
    check("capacity", "Never more than `capacity` items", 3.0, 3.0, "passed", "not_found", schedules=2000),
    check("real", "The same on real threads", 1.0, 1.0, "passed"))

FAILED = report(
    LOADS,
    check("basics", BASICS, 2.0, 2.0, "passed", "proved", schedules=1),
    check("fifo", FIFO, 0.0, 4.0, "failed", kind="exception", schedules=22, trace=trace(),
          schedule="0.0.1*3.2*3.0*4.1*4.2*3",
          message="`get()` raised IndexError: pop from empty list, in consumer 2 at line 17.",
          promise="`get` blocks while the buffer is empty.",
          look="After a wait, what you knew before it may no longer be true."),
    check("capacity", "Never more than `capacity` items", 1.5, 3.0, "failed", kind="wrong_result", schedules=1,
          message="The buffer held 3 items at once, but its capacity is 2.",
          promise="Never more than `capacity` items.",
          look="Who counts the free places?"),
    check("real", "The same on real threads", 0.0, 1.0, "skipped", message="Not run, because 'fifo' failed."),
    weak=True)

NOT_LOADED = "Not run, because the module does not load."
SYNTAX = report(
    check("loads", "The module loads and offers what the contract names", 0.0, 0.0, "failed", kind="syntax",
          message="Line 7: '(' was never closed.\n\n    self._items = deque(\n                       ^",
          look="Mend line 7 and run the cell again."),
    check("basics", BASICS, 0.0, 2.0, "skipped", message=NOT_LOADED),
    check("fifo", FIFO, 0.0, 4.0, "skipped", message=NOT_LOADED))

GRADER = report(
    LOADS, check("basics", BASICS, 0.0, 2.0, "grader_error", message="The explorer stopped (KeyError: 3)."))

STUB = report(
    LOADS,
    check("basics", BASICS, 0.0, 2.0, "failed", kind="exception", schedules=1, promise="It makes an empty buffer.",
          message="BoundedBuffer(2): this is not written yet (NotImplementedError)."),
    check("fifo", FIFO, 0.0, 4.0, "skipped", message="Not run: basics must pass first."))

HOSTILE = report(
    check("loads", ATTACK, 0.0, 1.0, "failed", kind="exception", message=ATTACK, promise=ATTACK, look=ATTACK,
          schedule=ATTACK, schedules=3),
    check("more", ATTACK, 0.0, 1.0, "skipped", message=ATTACK))

ALL = {"passed": PASSED, "failed": FAILED, "syntax error": SYNTAX, "grader error": GRADER, "stub": STUB,
       "hostile": HOSTILE}
