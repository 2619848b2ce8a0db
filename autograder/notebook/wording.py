"""The words of a report, shared by its HTML and its plain text.

Never overclaim: *proved*, *no failure found in N* and *ran for real* are different words everywhere.
Everything that may come from a learner's program passes through `clean` before it is shown.
"""

import re

# Every state is a symbol, a word and a colour (Okabe and Ito's palette, which the colour-blind can tell apart).
STATES = {
    "passed": ("✔", "passed", "#009E73"),
    "failed": ("✘", "failed", "#D55E00"),
    "skipped": ("○", "not run", "#BBBBBB"),
    "grader_error": ("⚠", "grader error", "#E69F00"),
}

KINDS = {
    "deadlock": "deadlock", "race": "race", "lost_wakeup": "lost wake-up", "livelock": "livelock",
    "exception": "exception", "wrong_result": "wrong result", "leak": "something left behind",
    "forbidden": "forbidden building block", "hang": "hang", "syntax": "syntax error",
    "interface": "missing or different name", "tampered": "tampering",
}

GRADER_FAULT = "This is a fault of the grader, not of your program, and nothing was scored. Please report it."
STUB = ("There is still a `raise NotImplementedError()` where your code belongs. Replace each of them, "
        "run that cell, then run this one again.")
LONGEST = 4000      # characters of one message; a longer one is cut and says so

_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e"
                        "\u2066-\u2069\ud800-\udfff\ufeff]")


def clean(text):
    """Makes invisible characters visible: terminal escapes, text-direction overrides, halves of characters."""
    text = str(text).replace("\r\n", "\n")
    if len(text) > LONGEST:
        text = f"{text[:LONGEST]} … ({len(text) - LONGEST:,} more characters)"
    return _INVISIBLE.sub(_picture, text)


def _picture(match):
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def points(value):
    """2 for 2.0, 2.5 for 2.5."""
    return f"{value:g}"


def of_points(value, maximum):
    """7 of 10 points."""
    return f"{points(value)} of {points(maximum)} point{'' if maximum == 1 else 's'}"


def shown(check):
    """What the outcome of a check rests on, in one sentence."""
    count = check.get("schedules") or 0
    outcome, verdict = check["outcome"], check.get("verdict", "")
    if outcome == "grader_error":
        return "the grader failed"
    if outcome == "skipped":
        return "not run"
    if outcome == "failed":
        kind = KINDS.get(check.get("kind", ""), "")
        where = f"found in schedule {count:,}" if count > 1 else ""
        return ", ".join(part for part in (kind, where) if part) or "failed"
    if verdict == "proved":
        return "proved: " + (f"all {count:,} interleavings explored" if count > 1 else "its only interleaving explored")
    if verdict == "not_found":
        return f"no failure found in {count:,} schedules (not a proof)"
    if check["name"] == "loads":
        return "read and imported"
    if count:
        return f"held in {count:,} ordinary run{'s' * (count > 1)}, without preemption (not a proof)"
    return check["message"] or "ran on real threads"


def remark(check):
    """What was shown; for a check that did not run, why."""
    return check["message"] if check["outcome"] == "skipped" and check["message"] else shown(check)


def explained(check):
    """What happened, what was promised, where to look: pairs of a heading and its text, without the empty ones."""
    skipped = check["outcome"] == "skipped"
    pairs = [("Why it did not run" if skipped else "What happened", check["message"].removeprefix("Not run: ")),
             ("What was promised", check.get("promise")), ("What to look at next", check.get("look"))]
    if check["outcome"] == "grader_error":
        pairs.append(("Whose fault", GRADER_FAULT))
    return [(heading, words) for heading, words in pairs if words]


def grader_failed(report):
    """Whether any check ended in a fault of ours."""
    return any(check["outcome"] == "grader_error" for check in report["checks"])


def chosen(report, names=None):
    """The checks to show: all of them, or those named, preceded by `loads` when that is why they did not run."""
    checks = [without_analysis(check) for check in report["checks"]] if is_stub(report) else list(report["checks"])
    if not names:
        return checks
    shown_here = [check for name in names for check in checks if check["name"] == name]
    first = [check for check in checks if check["name"] == "loads" and check["outcome"] != "passed"]
    return [check for check in first if check not in shown_here] + shown_here


def is_stub(report):
    """Whether the exercise has not been begun in earnest: no points, and what failed says NotImplementedError."""
    failed = [check for check in report["checks"] if check["outcome"] == "failed"]
    return not report["score"] and any("NotImplementedError" in check["message"] for check in failed)


def without_analysis(check):
    """A check of an exercise not begun: there is nothing to analyse, only something to do."""
    if check["outcome"] not in ("failed", "skipped"):
        return check
    return {**check, "promise": "", "look": STUB, "trace": None, "schedule": "", "kind": "", "schedules": 0}


def headline(report):
    """One or two sentences on the whole report; of a stub, the first check then says what to do."""
    counts = {state: sum(check["outcome"] == state for check in report["checks"]) for state in STATES}
    if counts["grader_error"]:
        return GRADER_FAULT
    if is_stub(report):
        return "There is nothing to judge yet."
    if report["score"] >= report["max_score"] > 0 and not counts["failed"]:
        return "Every check passed. What each of them rests on stands beside it."
    said = [f"{counts['passed']} passed", f"{counts['failed']} failed"]
    if counts["skipped"]:
        said.append(f"{counts['skipped']} not run")
    return f"Of {len(report['checks'])} checks {', '.join(said)}. Begin with the first that failed."


def worth(check):
    """2 of 4 points; nothing for a check without points."""
    if not check["max_points"]:
        return ""
    return "not scored" if check["outcome"] == "grader_error" else of_points(check["points"], check["max_points"])


def clipped(text, limit=160):
    """The text on one line, at most `limit` characters."""
    line = " ".join(clean(text).split())
    return line if len(line) <= limit else line[:limit - 1] + "…"


def again(exercise, check):
    """The command that plays a failed check's schedule again, or "" if it has none."""
    schedule = clean(check.get("schedule") or "")
    return f"course replay FILE {schedule} --exercise {exercise.rpartition('/')[2]}" if schedule else ""
