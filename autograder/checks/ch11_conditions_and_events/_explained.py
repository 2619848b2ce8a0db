"""Can what the callers of a channel saw be explained by one order of their calls?  (Linearizability, Herlihy and Wing 1990.)

A call is ("send", item, "ok" or CLOSED), ("receive", item or CLOSED) or ("close",).
"""

from __future__ import annotations

from functools import lru_cache

from autograder.checks.failure import expect

CLOSED = "Closed"


def explained(capacity, *phases):
    """Failure unless one order of all calls explains what they saw, each phase, a list of tasks' calls, after the one before."""
    phases = tuple(tuple(phase) for phase in phases)
    every = [call for phase in phases for calls in phase for call in calls]
    put = sorted(call[1] for call in every if call[0] == "send" and call[2] == "ok")
    not_put = [call[1] for call in every if call[0] == "send" and call[2] != "ok"]
    got = [call[1] for call in every if call[0] == "receive" and call[1] != CLOSED]
    story = "; ".join(", ".join(map(told, calls)) for phase in phases for calls in phase)
    for item in got:
        expect(got.count(item) == 1, f"item {item!r} was delivered twice: {story}")
        expect(item not in not_put, f"the send of item {item!r} raised Closed, and yet it was delivered: {story}")
    if every and every[-1] == ("receive", CLOSED):
        lost = [item for item in put if item not in got]
        expect(not lost, f"item {lost[0] if lost else ''!r} was sent and never delivered: {story}")
    expect(is_explained(capacity, phases), f"no order of these calls is that of a first-in-first-out channel for {capacity}: "
                                           f"{story}")


def told(call):
    if call[0] == "send":
        return f"send({call[1]!r})" + (" raised Closed" if call[2] == CLOSED else "")
    return "close()" if call[0] == "close" else "receive() raised Closed" if call[1] == CLOSED else f"receive() gave {call[1]!r}"


@lru_cache(maxsize=None)
def is_explained(capacity, phases):
    states = {((), False)}              # (items, closed)
    for phase in phases:
        found, todo, seen = set(), [((0,) * len(phase), state) for state in states], set()
        while todo:
            at = todo.pop()
            if at in seen:
                continue
            seen.add(at)
            places, state = at
            if all(place == len(calls) for place, calls in zip(places, phase)):
                found.add(state)
            for i, calls in enumerate(phase):
                after = step(capacity, state, calls[places[i]]) if places[i] < len(calls) else None
                if after is not None:
                    todo.append((places[:i] + (places[i] + 1,) + places[i + 1:], after))
        states = found
    return bool(states)


def step(capacity, state, call):
    """The state of a channel after this call, or None if it cannot end like this now."""
    items, closed = state
    if call[0] == "close":
        return items, True
    if call[0] == "send":
        if call[2] == CLOSED:
            return state if closed else None
        return (items + (call[1],), closed) if len(items) < capacity and not closed else None
    if call[1] == CLOSED:
        return state if closed and not items else None
    return (items[1:], closed) if items and items[0] == call[1] else None
