"""What a process does when its main task's function has ended: the order is CPython's.

The main process waits for its threads first and then cleans up; a child cleans up first (``Process._bootstrap``).
"""

from __future__ import annotations

from ..machine import machine
from .threads import Join

THREADS, FINALIZE, CHILDREN, FLUSH = "threads", 10, 0, -5     # stages: executors and threads; pools and managers; children; queues

THREADS_FIRST, THREADS_LAST = 100, -100


def at_exit(function, stage):
    """Let the running task's process call ``function()`` when it ends, in the given stage (one of the four above)."""
    space = machine().current.space
    if stage == THREADS:
        stage = THREADS_LAST if space.number else THREADS_FIRST
    space.hooks.append((stage, function))
    space.leave = leave


def leave():
    """Run the hooks, the latest first within a stage, and wait for the threads that are not daemons."""
    m = machine()
    space = m.current.space
    if not space.number:
        _run_hooks(space, THREADS_FIRST)
        _join_threads(m, space)
    _run_hooks(space, THREADS_LAST + 1)
    if space.number:
        _run_hooks(space, THREADS_LAST)
        _join_threads(m, space)


def _run_hooks(space, least):
    """Run the hooks of all stages from ``least`` up, the highest first; hooks may add hooks."""
    while any(stage >= least for stage, _ in space.hooks):
        stage = max(stage for stage, _ in space.hooks)
        index = max(i for i, hook in enumerate(space.hooks) if hook[0] == stage)
        space.hooks.pop(index)[1]()


def _join_threads(m, space):
    for task in m.tasks:
        if task.space is space and task is not space.main and task.thread is not None and not task.thread.daemon:
            (m.quietly if task.done else m.perform)(Join(task))
