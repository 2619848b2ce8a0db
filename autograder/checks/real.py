"""Runs one real check in the sandboxed child: the learner's module on real threads and processes."""

from __future__ import annotations

import gc
import importlib
import json
import linecache
import multiprocessing
import os
import sys
import threading
import time
from pathlib import Path

from . import registry
from .failure import Failure

GRACE = 3.0     # seconds that what has been joined, or told to stop, gets to be gone
IDLE = 5        # seconds in which no process of the run computes anything, after which it hangs
COMPUTED = 0.02 # seconds of computing that count as something


def run(job, progress):
    """The job ``real``: {"exercise", "check", "source", "method"} -> what ``runner.judge_real`` judges.

    {"data": what the check returned, "left": what it has left behind, in words} or {"raised": sentence, "kind"}.  The module is
    written to the current (private) folder and imported from there, so that child processes can import it.  When nothing moves any
    more, progress is called with {"hang": who waits where}, and the process ends.
    """
    if job["method"]:
        multiprocessing.set_start_method(job["method"])
    exercise = registry.find(job["exercise"])
    check = next(c for c in exercise.checks if c.name == job["check"])
    folder = Path.cwd()
    (folder / f"{exercise.name}.py").write_text(job["source"], encoding="utf-8")
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(folder))
    import psutil  # noqa: F401  before there is a thread that imports it: a fork in the middle would not end well

    threading.Thread(target=watch, args=(f"{exercise.name}.py", progress), daemon=True, name=WATCH).start()
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


# -- hanging -----------------------------------------------------------------------------------------------------------

WATCH = "the examiner's watch"


def watch(file, progress):
    """End this process when none of its family has computed anything for IDLE seconds: on a slow machine it computes slowly, and
    who hangs computes nothing."""
    import psutil

    family = psutil.Process()
    idle, before = 0, -1.0
    while idle < IDLE:
        time.sleep(1)
        now = 0.0
        for process in (family, *family.children(recursive=True)):
            try:
                times = process.cpu_times()
                now += times.user + times.system
            except psutil.Error:
                pass                        # it has just ended
        idle = idle + 1 if abs(now - before) < COMPUTED else 0
        before = now
    progress({"hang": waits(file, len(_children()))})
    os._exit(1)


def waits(file, children):
    """Where each thread of this process waits, in one sentence.  file: the module's name.  children: how many processes there are."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    said = []
    for ident, frame in sys._current_frames().items():
        while frame is not None and os.path.basename(frame.f_code.co_filename) != file:
            frame = frame.f_back
        if frame is not None:
            code = linecache.getline(frame.f_code.co_filename, frame.f_lineno).strip()
            said.append(f"{names.get(ident, 'a thread')} in line {frame.f_lineno} ({code})")
    here = f"waiting: {'; '.join(sorted(said))}" if said else "none of its threads is in the module"
    there = f"; {children} child process{'es are' if children > 1 else ' is'} left" * bool(children)
    return f"nothing moves any more; {here}{there}"


# -- what is left ------------------------------------------------------------------------------------------------------

def leftovers(segments_before, threads_before):
    """What the check has left behind beside what was there before, as the end of a sentence, or ""."""
    gc.collect()                            # queues that only a caught exception still refers to
    for thread in threading.enumerate():
        if thread not in threads_before and thread.name != WATCH:
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
