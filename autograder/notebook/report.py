"""A Report (see CONTRIBUTING.md) as HTML: `html(report)` for all of it, `html(report, ["name"])` for some checks.

One string, no script, no outside file. A state is always a symbol, a word and a colour. Every word goes through
`say` or `tag`, which escape it: a learner's program can put nothing into the page but text.

`text` is its plain twin, from `plain.py`.
"""

import html as _html

from .markup import CODE, FACE, FAINT, LINE, NARROW, badge, bar, details, paragraphs, say, table, tag
from .plain import text
from .wording import STATES, again, chosen, explained, grader_failed, headline, of_points, remark, shown, worth

__all__ = ["html", "text"]


def html(report, names=None, hints=None):
    """The report as HTML. With `names`, only those checks; without, everything, and the hints when points are missing.

    `hints` are three strings; None looks them up.
    """
    checks = chosen(report, names)
    if names:
        body = [_card(check, True, report["exercise"]) for check in checks]
    else:
        wrong = [check for check in checks if check["outcome"] in ("failed", "grader_error")]
        body = [*_head(report), _table(checks), *(_card(check, check is wrong[0], report["exercise"]) for check in wrong)]
        if report["score"] < report["max_score"] and not grader_failed(report):
            body += _hints(_hints_of(report["exercise"]) if hints is None else hints)
        body.append(_sandbox(report))
    return tag("div", *body, style=FACE)


def _head(report):
    """Title, score, bar, and what to do first."""
    share = report["score"] / report["max_score"] if report["max_score"] else 0
    score = "not scored" if grader_failed(report) else of_points(report["score"], report["max_score"])
    title = tag("strong", say(report["exercise"].rpartition("/")[2]))
    return (tag("p", f"{title}: {score}", style="margin:4px 0;font-size:15px"), bar(share, score),
            tag("p", say(headline(report)), style="margin:6px 0"))


def _table(checks):
    """One row per check."""
    rows = [[badge(check["outcome"]), say(check["label"]),
             tag("span", worth(check).removesuffix("s").removesuffix(" point") or "–", style="white-space:nowrap"),
             tag("span", say(remark(check)), style=FAINT)]
            for check in checks]
    return table("The checks, in the order they ran", ("State", "Check", "Points", "What was shown"), rows)


def _card(check, opened, exercise):
    """One check by itself. If it failed: what happened, what was promised, where to look; `opened` shows its trace."""
    parts = [badge(check["outcome"]), tag("strong", say(check["label"])), tag("span", f" {worth(check)}", style=FAINT)]
    if check["outcome"] in ("passed", "failed") and shown(check) != "failed":
        parts.append(tag("div", say(_sentence(shown(check))), style=FAINT))
    if check["outcome"] == "passed":
        parts.append(tag("div", say(check["message"]), style=FAINT) if check["message"] else "")
    else:
        parts += [_explained(check), *_interleaving(check, opened, exercise)]
    style = (f"border:{LINE};border-left:5px solid {STATES[check['outcome']][2]};border-radius:4px;padding:8px 12px;"
             "margin:8px 0;background:var(--jp-layout-color1,#fff);overflow-x:auto")
    return tag("div", *parts, style=style)


def _explained(check):
    """Headings and what stands under them. JupyterLab would float the headings to the left; that is undone here."""
    plain = "display:block;float:none;clear:both;width:auto;padding:0"
    said = [tag("dt", heading, style=f"{plain};margin:6px 0 0 0;font-weight:600;{FAINT}")
            + tag("dd", paragraphs(words), style=f"{plain};margin:0;white-space:pre-wrap;overflow-wrap:anywhere")
            for heading, words in explained(check)]
    return tag("dl", *said, style=f"margin:0;{NARROW}")


def _interleaving(check, opened, exercise):
    """The trace, drawn by the explorer's own renderer, and the line that replays it."""
    if check.get("trace"):
        from autograder.explore.report import to_html
        trace = check["trace"]
        steps = len(trace["rows"]) + trace.get("left_out", 0)
        title = f"The interleaving ({steps} step{'' if steps == 1 else 's'})"
        told = trace.get("diagnosis", "").rstrip(".")
        known = told.casefold() in check["message"].casefold()
        sentence = "" if known else tag("p", say(told), style="margin:4px 0")
        yield details(title, sentence + to_html(trace), opened)
    if again(exercise, check):
        line = tag("code", _html.escape(again(exercise, check)), style=f"{CODE};overflow-wrap:anywhere")
        yield details("To see it again, step by step, in a terminal", line)


def _hints(hints):
    """Each level closed, so that the reader opens no more than is needed."""
    kinds = ("where to look", "which tool", "a sketch")
    return [details(f"Hint {level} of {len(hints)}: {kind}", tag("div", paragraphs(hint), style="white-space:pre-wrap"))
            for level, (kind, hint) in enumerate(zip(kinds, hints), 1)]


def _hints_of(exercise):
    from autograder.checks import registry

    try:
        return registry.find(exercise).hints
    except registry.UnknownExercise:    # an exercise of another course, or of another version of this one
        return ()


def _sandbox(report):
    """Says so when the limits in force are the weaker ones."""
    sandbox = report.get("sandbox") or {}
    if not (sandbox.get("weak") and sandbox.get("note")):
        return ""
    return tag("p", say(sandbox["note"]), style=f"{FAINT};margin:6px 0;font-size:12px")


def _sentence(words):
    return words[:1].upper() + words[1:] + "."
