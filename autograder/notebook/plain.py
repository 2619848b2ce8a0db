"""A Report as plain text: no colour, no escape codes; for terminals without rich, and for logs."""

import textwrap

from .wording import STATES, again, chosen, clean, explained, grader_failed, headline, of_points, shown, worth


def text(report, names=None, width=88):
    """The report in words; with `names`, only those checks."""
    lines = []
    if not names:
        name = report["exercise"].rpartition("/")[2]
        score = "not scored" if grader_failed(report) else of_points(report["score"], report["max_score"])
        lines += [f"{name}: {score}", *_wrap(headline(report), width), ""]
    for check in chosen(report, names):
        lines += _check(check, width, report["exercise"])
    sandbox = report.get("sandbox") or {}
    if not names and sandbox.get("weak") and sandbox.get("note"):
        lines += _wrap(sandbox["note"], width)
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _check(check, width, exercise):
    """One check: its state, what that rests on, and, where it failed, what there is to know."""
    symbol, word, _ = STATES[check["outcome"]]
    points = f" ({worth(check)})" if worth(check) else ""
    lines = _wrap(f"{symbol} {word}: {check['label']}{points}", width, later="    ")
    if check["outcome"] != "skipped" and shown(check) != "failed":
        lines += _wrap(shown(check), width, first="    ", later="    ")
    if check["outcome"] == "passed":
        return lines + (_wrap(check["message"], width, first="    ", later="    ") if check["message"] else [])
    if check["outcome"] == "skipped" and not check.get("look"):
        return lines + _wrap(check["message"], width, first="    ", later="    ")
    for term, words in explained(check):
        lines += _wrap(f"{term}: {words}", width, first="    ", later="        ")
    if check.get("trace"):
        from autograder.explore.report import to_text
        lines += ["", to_text(check["trace"], width=width), ""]
    if again(exercise, check):
        lines.append(f"    To see it again: {again(exercise, check)}")
    return lines


def _wrap(words, width, first="", later=""):
    lines = []
    for line in clean(words).splitlines() or [""]:
        lines += textwrap.wrap(line, max(width, 40), initial_indent=later if lines else first, subsequent_indent=later,
                               break_on_hyphens=False) or [""]
    return lines
