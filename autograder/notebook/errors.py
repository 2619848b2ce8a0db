"""Exceptions that a notebook shows in plain words, without a traceback of ours.

IPython asks an exception for `_render_traceback_`; what that returns is all that is shown.
"""


class CourseError(Exception):
    """Something to tell the reader; shown as its message and nothing else."""

    def _render_traceback_(self):
        return str(self).splitlines() or [type(self).__name__]


class GraderError(CourseError):
    """The checker itself failed.

    Raised, not returned: nbgrader takes a returned word for full marks and a returned 0.0 for the learner's zero.
    An error in the test cell is neither; it stays visible to the teacher.
    """


class CheckStopped(CourseError):
    """The reader pressed Stop while the checks ran. Nothing was scored."""


def shown_as(error, lines):
    """A stand-in for `error` that carries its class name and message, but shows `lines` as its traceback."""
    kind = type(type(error).__name__, (CourseError,), {"_render_traceback_": lambda self: lines})
    return kind(str(error))
