"""The two ways in which grading says no."""


class GradingError(Exception):
    """The call cannot be carried out: an unknown assignment or student, a gradebook that stays locked, a source
    notebook that cannot be released. The message is for the teacher: one or two sentences, with the remedy. Exit code 2.
    """


class SetAside(Exception):
    """One submitted notebook cannot be graded as it is. The message says what it is and how to mend it.

    It costs that notebook only: the others are graded, and its points are left open for a person to decide.
    """
