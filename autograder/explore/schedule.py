"""A schedule: which task goes on at each scheduling point; and the short string that stands for it.

The string is ``c1.PROGRAM.FLAGS.CHOICES``.  ``c1`` is this format's version; PROGRAM six hex digits of a hash of the source
and the scenario, so that a schedule is not played on another program; FLAGS ``f`` (fair clock) or ``a`` (adversarial) and
``p`` (releases are steps); CHOICES the tasks in order, letters A, B, C … in the order of their starts, then (26), (27) …, each
followed by how many times in a row: ``A3B2A``.  In long ones, what is repeated stands in brackets: ``A4[B2C]1600``.
"""

from __future__ import annotations

import hashlib
import itertools
import re
import sys
from dataclasses import dataclass

VERSION = "c1"
LONG = 60               # characters of CHOICES from which on repetitions are looked for
PERIOD = 40             # runs of one task that a repeated part may have
MAX_CHOICES = 100_000   # of a string that is read: many times as many as any run has

_RUN = r"(?:[A-Z]|\([0-9]{1,4}\))[0-9]{0,6}"
_PART = rf"{_RUN}|\[(?:{_RUN})+\][0-9]{{1,6}}"


class ScheduleError(ValueError):
    """A schedule string that cannot be read or belongs to another program."""


@dataclass(frozen=True)
class Schedule:
    """choices: task numbers, one per scheduling point.  fair, probing: as for Machine.  program: six hex digits."""

    choices: tuple
    fair: bool
    probing: bool
    program: str

    def __str__(self):
        text = written(self.choices)
        return f"{VERSION}.{self.program}.{'f' if self.fair else 'a'}{'p' if self.probing else ''}.{text or '-'}"

    @classmethod
    def parse(cls, text, program=None):
        """Read a schedule string.  ScheduleError says what is wrong with it."""
        parts = text.strip().split(".")
        if len(parts) != 4 or parts[0] != VERSION or not re.fullmatch("[fa]p?", parts[2]):
            raise ScheduleError(f"{_short(text)} is not a schedule; it looks like {VERSION}.1a2b3c.a.A3B2A and stands in the "
                                "report of the run that failed: copy the whole of it from there")
        if program is not None and parts[1] != program:
            raise ScheduleError("this schedule was recorded for another program, or for another version of this one: "
                                "check it again and take the schedule from the new report")
        if not re.fullmatch(rf"-|(?:{_PART})+", parts[3]):
            raise ScheduleError(f"the last part of the schedule, {_short(parts[3])}, is not a list of tasks such as A3B2A: copy "
                                "the whole schedule from the report")
        choices = []
        for part in re.findall(_PART, parts[3]):
            inner, _, count = part[1:].partition("]") if part[0] == "[" else (part, "", "1")
            block = [number for run in re.findall(_RUN, inner) for number in _read(run)]
            if len(choices) + len(block) * int(count) > MAX_CHOICES:
                raise ScheduleError(f"this schedule has more than {MAX_CHOICES:,} steps, which no run has: copy it from the "
                                    "report again")
            choices += block * int(count)
        return cls(tuple(choices), parts[2][0] == "f", parts[2].endswith("p"), parts[1])


def written(choices):
    """The tasks' letters in order; for long ones with repetitions in brackets."""
    runs = []
    for choice, same in itertools.groupby(choices):
        count = sum(1 for _ in same)
        runs.append(_letter(choice) + (str(count) if count > 1 else ""))
    text = "".join(runs)
    return text if len(text) < LONG else "".join(_repeated(runs))


def _repeated(runs):
    """The runs as text, what is repeated in brackets: at each place the repetition that saves most."""
    parts, place = [], 0
    while place < len(runs):
        saved, after, best = 0, place + 1, runs[place]
        for period in range(1, min(PERIOD, (len(runs) - place) // 2) + 1):
            block = runs[place:place + period]
            end = place + period
            while runs[end:end + period] == block:
                end += period
            text = f"[{''.join(block)}]{(end - place) // period}"
            gain = len("".join(runs[place:end])) - len(text) if end > place + period else 0
            if gain > saved:
                saved, after, best = gain, end, text
        parts.append(best)
        place = after
    return parts


def _read(run):
    """The choices that one run of a task stands for: ``B3``, ``(26)2``."""
    name, count = re.fullmatch(r"([A-Z]|\([0-9]+\))([0-9]*)", run).groups()
    return [ord(name) - 65 if name.isalpha() else int(name[1:-1])] * min(int(count or 1), MAX_CHOICES + 1)


def _short(text):
    return repr(text if len(text) <= 80 else text[:79] + "…")


def _letter(number):
    return chr(65 + number) if number < 26 else f"({number})"


def digest(*texts):
    """Six hex digits that tell programs apart."""
    joined = "\0".join(texts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:6]


class Follow:
    """The strategy that follows given choices, and passes over those that are not enabled; then the current task goes on."""

    def __init__(self, choices):
        self.choices = choices
        self.position = 0

    def choose(self, machine, enabled):
        while self.position < len(self.choices):
            wanted = self.choices[self.position]
            self.position += 1
            for task in enabled:
                if task.id == wanted:
                    return task
        return stay(machine, enabled)


class Replay:
    """The strategy that follows the choices of a whole run, and ends the run where that is not possible.

    ``check()`` after the run says why not, as a ScheduleError.
    """

    def __init__(self, choices):
        self.choices = choices
        self.position = 0
        self.wrong = ""

    def choose(self, machine, enabled):
        if self.position == len(self.choices):
            self.wrong = ("this schedule ends before the program does: its end is missing, or it was recorded with another "
                          f"version of Python than this one, {PYTHON}: copy the whole schedule from the report, or check the "
                          "program again")
            return None
        wanted = self.choices[self.position]
        self.position += 1
        for task in enabled:
            if task.id == wanted:
                return task
        self.wrong = DIVERGED
        return None

    def check(self):
        if not self.wrong and self.position < len(self.choices):
            self.wrong = DIVERGED
        if self.wrong:
            raise ScheduleError(self.wrong)


PYTHON = ".".join(map(str, sys.version_info[:2]))
DIVERGED = ("the program does not follow this schedule: it was recorded with another version of Python than this one, "
            f"{PYTHON}, or of a module that the program imports: check the program again and take the schedule from the new "
            "report")


class Guide(Follow):
    """Plays the choices of a run without private accesses in a run in which every access is an operation.

    A private access depends on nothing, so it is carried out as soon as it comes up.
    """

    def __init__(self, choices, sites):
        super().__init__(choices)
        self.sites = sites

    def choose(self, machine, enabled):
        for task in enabled:
            site = getattr(task.pending, "site", None)
            if site is not None and site not in self.sites:
                return task
        return super().choose(machine, enabled)


def stay(machine, enabled):
    """The current task if it is enabled, else the next one by number, in a circle."""
    current = machine.current
    if current in enabled:
        return current
    after = current.id if current is not None else -1
    return min(enabled, key=lambda t: (t.id <= after, t.id))
