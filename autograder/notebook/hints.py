"""hint(): three levels of help, one at a time: where to look, which tool, a sketch."""

from .markup import FACE, badge, paragraphs, tag


class Hint:
    """One hint, shown as text."""

    def __init__(self, words):
        self.words = words

    def __repr__(self):
        return self.words

    def _repr_html_(self):
        return tag("div", badge("skipped", "hint"), paragraphs(self.words), style=f"{FACE};white-space:pre-wrap")


def hint(exercise, level=1):
    """Hint `level` (1, 2 or 3) of the exercise `"chNN_topic/name"`."""
    from autograder.checks import registry

    try:
        hints = registry.find(exercise).hints
    except registry.UnknownExercise as error:
        return Hint(str(error))
    if level not in range(1, len(hints) + 1):
        return Hint(f"There are {len(hints)} hints: level=1 to level={len(hints)}.")
    more = "" if level == len(hints) else f"\n(There is more: level={level + 1}.)"
    return Hint(f"{level} of {len(hints)}: {hints[level - 1]}{more}")
