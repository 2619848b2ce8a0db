"""Names the data race behind a wrong result: two accesses that nothing orders, one of them a write.

Vector clocks over synchronisation only (FastTrack's relation, Flanagan and Freund 2009): accesses to ordinary data make
no edges of their own here, unlike in the exploration.
"""

from __future__ import annotations

from ..machine import READ

ATOMIC = ("calls", "takes the next of")


def data_race(machine):
    """A sentence that names the first racing pair of a recorded run, or None.

    What a task was about to do when the run ended counts as done: the run may have ended because it was not done yet.
    """
    past = {}                   # task -> mask of events that come before its next one, by synchronisation alone
    masks = []
    last = {}                   # key -> [(number, task, operation, mode)]
    steps = [(e.task, e.operation, e.past) for e in machine.events]
    steps += [(t, t.pending, t.past) for t in machine.alive if t.pending is not None and t.pending.plain]
    plain = [operation.plain for _, operation, _ in steps]
    for number, (task, operation, before) in enumerate(steps):
        mine = past.get(task.id)
        if mine is None:        # its first step comes after its start
            mine = next((masks[i] for i, (_, o, _) in enumerate(steps[:number]) if o.kind == "start" and o.task is task), 0)
        if not operation.plain:
            # every edge into a synchronising operation comes from synchronising ones: keep those of its past
            for earlier in range(number):
                if before >> earlier & 1 and not plain[earlier]:
                    mine |= masks[earlier]
        if operation.kind == "settle":      # everybody else was blocked, or had ended
            mine = (1 << number) - 1
        mine |= 1 << number
        masks.append(mine)
        past[task.id] = mine
        if operation.plain:
            for key, mode in operation.touches:
                for other_number, other_task, other, other_mode in last.get(key, ()):
                    if other_task is not task and (mode != READ or other_mode != READ) \
                            and not mine >> other_number & 1 \
                            and not (operation.how in ATOMIC and other.how in ATOMIC) \
                            and not ("[" in operation.name and "[" in other.name and operation.name != other.name):
                        # each call of a container's method is atomic, and items under different keys are different data
                        return (f"{other_task.name} {other.describe()} and {task.name} {operation.describe()} with nothing "
                                "that orders them")
                last.setdefault(key, []).append((number, task, operation, mode))
    return None
