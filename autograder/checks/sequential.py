"""Can what several tasks saw be explained by one order of their calls?  (Sequential consistency, Lamport 1979.)"""

from __future__ import annotations

from collections import deque


def fifo_explains(histories, capacity):
    """Is there one order of all calls, keeping each task's own, in which a FIFO buffer gives these results?

    histories: per task, a list of ("put", item) and ("get", item).  capacity: of the buffer, in items.
    A plain depth-first search (Wing and Gong 1993); meant for a dozen calls.
    """
    def search(positions, queue):
        if all(p == len(h) for p, h in zip(positions, histories)):
            return True
        state = (positions, tuple(map(id, queue)))
        if state in seen:
            return False
        seen.add(state)
        for task, history in enumerate(histories):
            position = positions[task]
            if position == len(history):
                continue
            call, item = history[position]
            after = positions[:task] + (position + 1,) + positions[task + 1:]
            if call == "put" and len(queue) < capacity:
                if search(after, queue + deque([item])):
                    return True
            elif call == "get" and queue and queue[0] is item:
                rest = deque(queue)
                rest.popleft()
                if search(after, rest):
                    return True
        return False

    seen = set()
    return search((0,) * len(histories), deque())
