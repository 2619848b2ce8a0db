"""Score: what `check()` returns. A plain number to nbgrader, a report to the reader.

nbgrader takes the plain text of a test cell's result as the score, if it is a number from 0 to the maximum.
Anything else (NaN, a negative number, a word) it takes for *full marks*, and more than the maximum stops the
whole submission. So a Score is always a finite number between 0 and its maximum.
"""

import math


class Score(float):
    """A float that also carries its report: `.html` and `.text`."""

    def __new__(cls, value, *, maximum=math.inf, html="", text=""):
        value = float(value)
        if not math.isfinite(value) or value < 0:
            value = 0.0
        score = super().__new__(cls, min(value, maximum))
        score.html = html
        score.text = text
        return score

    def __repr__(self):
        return float.__repr__(self)

    __str__ = __repr__

    def _repr_pretty_(self, printer, cycle):
        """The number itself, whatever `%precision` says."""
        printer.text(float.__repr__(self))

    def _repr_html_(self):
        return self.html or None

    def __reduce__(self):
        """Copies and pickles are plain floats."""
        return float, (float(self),)
