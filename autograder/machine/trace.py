"""What happened in one run, as a list of events in the order in which they happened."""


class Event:
    """One operation that was carried out.

    ``past`` is the happens-before past (Lamport 1978) as a bit mask over event numbers, this event included.
    ``depth`` is the number of the scheduling point at which it was chosen, or None when it followed the event before
    without one.
    """

    __slots__ = ("index", "task", "operation", "past", "depth")

    def __init__(self, index, task, operation, past, depth):
        self.index = index
        self.task = task
        self.operation = operation
        self.past = past
        self.depth = depth
