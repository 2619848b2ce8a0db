"""What exploring a function found, as its reader sees it."""

from __future__ import annotations

import html
from dataclasses import dataclass, field

from .report import clean, to_html, to_text


@dataclass
class Result:
    """What exploring a function found.

    verdict: ``proved`` (every interleaving was explored, none fails), ``not_found`` (none of those tried fails),
    ``failed`` (``schedule`` fails), ``error`` (it could not be explored).  kind: deadlock, race, lost_wakeup, livelock,
    exception, wrong_result, forbidden, leak, overlap.  schedules, steps: how many were explored.  trace: the failing run as data.
    bound: of ``not_found``: all schedules with at most so many preemptions were explored; None: not even those with none.
    question: what was looked for in each schedule, where it was not whether it fails: ``are f() and g() inside together``.
    """

    verdict: str
    kind: str = ""
    message: str = ""
    schedules: int = 0
    steps: int = 0
    seconds: float = 0.0
    schedule: str = ""
    trace: dict | None = field(default=None, repr=False)
    function: str = ""
    bound: int | None = None
    question: str = ""

    @property
    def ok(self):
        return self.verdict in ("proved", "not_found")

    def headline(self):
        """The verdict in one sentence; nothing in it can move a cursor or change a colour."""
        return clean(self._headline())

    def _headline(self):
        name, asked = f"{self.function}: " if self.function else "", self.question
        if self.verdict == "proved" and self.schedules == 1:
            return f"{name}proved. All interleavings come to the same, and {f'nowhere {asked}' if asked else 'it does not fail'}."
        if self.verdict == "proved":
            return (f"{name}proved. All {self.schedules:,} interleavings that differ were explored, and "
                    f"{f'in none of them {asked}' if asked else 'none fails'}.")
        if self.verdict == "not_found":
            schedules = count(self.schedules)
            found = f"In none of {schedules} {asked}" if asked else f"None of {schedules} fails"
            return f"{name}not found. {found}; {self._reach()}."
        if self.verdict == "failed" and asked and self.kind == "overlap":
            return f"{name}found after {count(self.schedules)}. {self.message}."
        if self.verdict == "failed":
            return f"{name}failed ({self.kind.replace('_', ' ')}) after {count(self.schedules)}. {self.message}."
        return f"{name}cannot be explored. {self.message}"

    def _reach(self):
        """What ``not found`` covers."""
        if self.bound is None:
            return "there are more than were tried"
        preemptions = {0: "without a preemption", 1: "with at most 1 preemption"}.get(
            self.bound, f"with at most {self.bound} preemptions")
        return f"all {preemptions} were explored, but there are more"

    def __repr__(self):
        text = self.headline()
        if self.trace:
            text += "\n\n" + to_text(self.trace) + f"\n\nschedule: {self.schedule}"
        return text

    def _repr_html_(self):
        symbol = {"proved": "&#10003;", "not_found": "&#9711;", "failed": "&#10007;"}.get(self.verdict, "&#9888;")
        colour = {"proved": "#009E73", "not_found": "#0072B2", "failed": "#D55E00"}.get(self.verdict, "#CC79A7")
        out = (f'<div style="border-left:5px solid {colour};padding:0.3em 0.8em;margin:0.3em 0">'
               f'<p style="margin:0.2em 0"><strong>{symbol}</strong> {html.escape(self.headline())}</p>')
        if self.trace:
            out += to_html(self.trace)
            out += f"<p>Schedule: <code>{html.escape(self.schedule)}</code></p>"
        return out + "</div>"


def count(schedules):
    """``1 schedule`` or ``2,000 schedules``."""
    return f"{schedules:,} schedule" + ("" if schedules == 1 else "s")
