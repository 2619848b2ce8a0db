"""A schedule: which task goes on at each scheduling point; and the short string that stands for it.

The string is ``c1.PROGRAM.FLAGS.CHOICES``.  ``c1`` is this format's version; PROGRAM six hex digits of a hash of the source
and the scenario, so that a schedule is not played on another program; FLAGS ``f`` (fair clock) or ``a`` (adversarial) and
``p`` (releases are steps); CHOICES the tasks in order, letters A, B, C … in the order of their starts, each followed by
how many times in a row: ``A3B2A``.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

VERSION = "c1"


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
        runs = []
        for choice in self.choices:
            if runs and runs[-1][0] == choice:
                runs[-1][1] += 1
            else:
                runs.append([choice, 1])
        text = "".join(_letter(c) + (str(n) if n > 1 else "") for c, n in runs)
        return f"{VERSION}.{self.program}.{'f' if self.fair else 'a'}{'p' if self.probing else ''}.{text or '-'}"

    @classmethod
    def parse(cls, text, program=None):
        """Read a schedule string.  ScheduleError says what is wrong with it."""
        parts = text.strip().split(".")
        if len(parts) != 4 or parts[0] != VERSION or not re.fullmatch("[fa]p?", parts[2]):
            raise ScheduleError(f"{text!r} is not a schedule; it looks like c1.1a2b3c.a.A3B2A and stands in the report "
                                "of the run that failed")
        if program is not None and parts[1] != program:
            raise ScheduleError("this schedule was recorded for another program, or for another version of this one: "
                                "check it again and take the schedule from the new report")
        if not re.fullmatch(r"-|([A-Z]|\([0-9]+\))([0-9]*)(([A-Z]|\([0-9]+\))([0-9]*))*", parts[3]):
            raise ScheduleError(f"the last part of the schedule, {parts[3]!r}, is not a list of tasks such as A3B2A")
        choices = []
        for letter, count in re.findall(r"([A-Z]|\([0-9]+\))([0-9]*)", parts[3]):
            number = ord(letter) - 65 if letter.isalpha() else int(letter[1:-1])
            choices += [number] * int(count or 1)
        return cls(tuple(choices), parts[2][0] == "f", parts[2].endswith("p"), parts[1])


def _letter(number):
    return chr(65 + number) if number < 26 else f"({number})"


def digest(*texts):
    """Six hex digits that tell programs apart."""
    joined = "\0".join(texts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:6]


class Follow:
    """The strategy that follows given choices.

    strict: a choice that is not enabled ends the run as diverged.  Otherwise it is passed over.  After the last choice
    the current task goes on as long as it can.
    """


    def __init__(self, choices, strict=False):
        self.choices = choices
        self.strict = strict
        self.position = 0
        self.diverged = False

    def choose(self, machine, enabled):
        while self.position < len(self.choices):
            wanted = self.choices[self.position]
            self.position += 1
            for task in enabled:
                if task.id == wanted:
                    return task
            if self.strict:
                self.diverged = True
                return None
        return stay(machine, enabled)


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
