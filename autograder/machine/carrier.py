"""Greenlets that carry one task after another: making a greenlet costs more than running a short task on one.

Invariant: a carrier is in ``idle`` exactly while it carries no task.  Greenlets belong to the thread that made them, so each
thread has its own.
"""

from __future__ import annotations

import threading

from greenlet import greenlet

MOST_IDLE = 64


class _Idle(threading.local):
    def __init__(self):
        self.carriers = []


_idle = _Idle()


class Carrier(greenlet):
    """Runs ``body(task)``, then goes on in ``task.back`` and waits for the next task."""

    def run(self, body, task):
        while True:
            body(task)
            task.left = True
            back = task.back
            body = task = None              # hold on to nothing while idle
            carriers = _idle.carriers
            if len(carriers) >= MOST_IDLE:
                self.parent = back
                return
            carriers.append(self)
            body, task = back.switch()


def carry(body, task):
    """Start ``body(task)`` on a carrier; returns when it switches back.  Sets ``task.greenlet``."""
    carriers = _idle.carriers
    task.greenlet = carrier = carriers.pop() if carriers else Carrier()
    carrier.switch(body, task)
