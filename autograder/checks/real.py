"""Runs one real check in the sandboxed child: the learner's module on real threads and processes."""

from __future__ import annotations

import gc
import importlib
import json
import multiprocessing
import os
import sys
import threading
from pathlib import Path

from . import registry
from .failure import Failure

GRACE = 3.0     # seconds that what has been joined, or told to stop, gets to be gone


def run(job, progress):
    """The job ``real``: {"exercise", "check", "source", "method"} -> what ``runner.judge_real`` judges.

    {"data": what the check returned, "left": what it has left behind, in words} or {"raised": sentence, "kind"}.  The module is
    written to the current (private) folder and imported from there, so that child processes can import it.
    """
    if job["method"]:
        multiprocessing.set_start_method(job["method"])
    exercise = registry.find(job["exercise"])
    check = next(c for c in exercise.checks if c.name == job["check"])
    folder = Path.cwd()
    (folder / f"{exercise.name}.py").write_text(job["source"], encoding="utf-8")
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(folder))
    where = "in real processes" if job["method"] else "on real threads"
    before = set(segments()), set(threading.enumerate())
    try:
        module = importlib.import_module(exercise.name)
        data = check.function(module)
        json.dumps(data)
    except Failure as failure:
        return {"raised": str(failure), "kind": failure.kind}
    except Exception as error:
        text = f": {error}" if str(error) else ""
        return {"raised": f"{where}, {type(error).__name__} is raised{text}"}
    return {"data": data, "left": leftovers(*before)}


def leftovers(segments_before, threads_before):
    """What the check has left behind beside what was there before, as the end of a sentence, or ""."""
    gc.collect()                            # queues that only a caught exception still refers to
    for thread in threading.enumerate():
        if thread not in threads_before:
            thread.join(GRACE)
            if thread.is_alive():
                return f"after the call has returned, the thread {thread.name} is still running"
    for process in _children():
        status = _fate(process)
        if status:
            return f"after the call has returned, {status}"
    left = sorted(set(segments()) - segments_before)
    return f"after the call has returned, the shared memory {left[0]} is still there: nobody has unlinked it" if left else ""


def _fate(process):
    """What is wrong with a child that is still there, or "" if it has gone meanwhile."""
    import psutil

    try:
        if process.status() == psutil.STATUS_ZOMBIE:
            return f"child process {process.pid} has ended, but nobody has joined it: it is a zombie"
        process.wait(GRACE)
        return f"child process {process.pid} was still running, and nobody had joined it"
    except psutil.NoSuchProcess:
        return ""
    except psutil.TimeoutExpired:
        return f"child process {process.pid} is still running"


def _children():
    """The child processes that are not multiprocessing's own helpers."""
    import psutil

    helpers = set()
    for name, part, attribute in (("multiprocessing.resource_tracker", "_resource_tracker", "_pid"),
                                  ("multiprocessing.forkserver", "_forkserver", "_forkserver_pid")):
        if name in sys.modules:
            helpers.add(getattr(getattr(sys.modules[name], part), attribute, None))
    found = []
    for child in psutil.Process().children():
        if child.pid in helpers:
            found += [c for c in child.children() if c.pid not in helpers]      # of the fork server
        else:
            found.append(child)
    return found


def segments():
    """The names of the segments of shared memory on this system, where it shows them (Linux)."""
    try:
        return [name for name in os.listdir("/dev/shm") if name.startswith("psm_")]
    except OSError:
        return []
