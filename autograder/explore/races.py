"""Names the data race behind a wrong result: two accesses that nothing orders, one of them a write.

Vector clocks over synchronisation only (FastTrack's relation, Flanagan and Freund 2009): accesses to ordinary data make
no edges of their own here, unlike in the exploration.
"""

from __future__ import annotations

from ..machine import READ


def data_race(machine):
    """A sentence that names the first racing pair of a recorded run, or None."""
    past = {}                   # task -> mask of events that come before its next one, by synchronisation alone
    masks = []
    last = {}                   # key -> [(event, mode)]
    for event in machine.events:
        operation = event.operation
        mine = past.get(event.task.id, 0)
        if operation.kind != "access":
            # every edge into a synchronising operation comes from synchronising ones: keep those of its past
            for earlier in range(event.index):
                if event.past >> earlier & 1 and not machine.events[earlier].operation.plain:
                    mine |= masks[earlier]
        elif event.task.starter is not None or event.task.id not in past:
            for earlier in range(event.index):
                if machine.events[earlier].operation.kind == "start" \
                        and machine.events[earlier].operation.task is event.task:
                    mine |= masks[earlier]
        mine |= 1 << event.index
        masks.append(mine)
        past[event.task.id] = mine
        if operation.plain:
            for key, mode in operation.touches:
                for other, other_mode in last.get(key, ()):
                    if other.task is not event.task and (mode != READ or other_mode != READ) \
                            and not mine >> other.index & 1 \
                            and not operation.how == other.operation.how == "calls":     # each call is atomic
                        return (f"{other.task.name} {other.operation.describe()} and {event.task.name} "
                                f"{operation.describe()} with nothing that orders them")
                last.setdefault(key, []).append((event, mode))
    return None
