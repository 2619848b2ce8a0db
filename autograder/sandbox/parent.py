"""Runs one job in a sandboxed child, and sees to it that nothing is left when it has ended.

    run(job, limits, on_progress) -> Outcome

Callable from any thread of any program, several times at once, a Jupyter kernel with its eight threads included: the
child is started by argument list only (no fork of Python code here), and no process-wide state is touched.

Each pipe has a thread that reads or writes it; all they learn comes to `run` through one queue, so `on_progress` is
called in the caller's thread. How the tree of processes is ended depends on the sandbox: see `bubblewrap.py` and
`supervisor.py`.
"""

import contextlib
import json
import os
import queue
import secrets
import subprocess
import sys
import time

from autograder.sandbox import bubblewrap, child, outcome, scratch, streams
from autograder.sandbox.limits import MIB, Limits
from autograder.sandbox.outcome import Outcome

MARK = "COURSE_SANDBOX_RUN"
"""Environment variable that every process of one job carries; what has escaped every other list is found by it."""

_BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from autograder.sandbox import child; child.main(sys.argv)"
_GRACE = 2.0  # seconds for a child with its result sent, or told to end, to be gone
_ENDLESS = MIB  # bytes of output beyond which a run that also takes too long is said to print without end


def run(job, limits=Limits(), on_progress=None, *, entry=None, read=(), sandbox=None):
    """Run `job` in a child and return its Outcome. When this returns, or raises, no process of the job is left.

    job: plain JSON data; job["call"] names the entry point (`child.ENTRY_POINTS`).
    on_progress: called with each progress dict as it arrives. What it raises ends the job and comes out of here.
    entry: "module:function" or "/path/module.py:function" to call instead of job["call"]; for tests.
    read: files and folders the child may read besides the interpreter and this package (all it likes where weak).
    sandbox: "bubblewrap", "rlimits" or "plain"; the strongest that works when None.
    Raises ValueError for an unknown call, TypeError for a job that is no JSON data, bubblewrap.Unavailable.
    """
    kind = bubblewrap.choose(sandbox)
    entry, paths = _entry(job, entry)
    token = secrets.token_hex(32)
    envelope = json.dumps({
        "token": token, "entry": entry, "job": job, "limits": limits.as_dict(),
        "path": bubblewrap.extra_path() + [os.path.dirname(path) for path in paths],
    }).encode()
    scratch.compile_once()
    started = time.monotonic()
    with contextlib.ExitStack() as stack:
        running = _Running(kind, limits)
        try:
            running.start(stack, token, envelope, (*bubblewrap.extra_path(), *paths, *read))
        except OSError as why:  # no more processes, no more memory, a full disk
            end = outcome.error(str(why))
        else:
            end = running.follow(started + limits.wall, on_progress)
    return Outcome(**end, stdout=running.output.stdout.text(), stderr=running.output.stderr.text(),
                   seconds=time.monotonic() - started, sandbox=bubblewrap.describe(kind))


def _said(status):
    """What the supervisor wrote on its pipe. Under "rlimits" a learner can write there too, or hold it open."""
    said = {}
    with contextlib.suppress(BlockingIOError, ValueError, TypeError, RecursionError):
        os.set_blocking(status.fileno(), False)
        for line in os.read(status.fileno(), 4096).splitlines():
            said |= json.loads(line)
    return said


def _entry(job, entry):
    """("module:function", files to make importable)."""
    if entry is None:
        if job.get("call") not in child.ENTRY_POINTS:
            raise ValueError(f"unknown call {job.get('call')!r}; known are {', '.join(child.ENTRY_POINTS)}")
        entry = child.ENTRY_POINTS[job["call"]]
    where, _, function = entry.rpartition(":")
    if where.endswith(".py"):
        return f"{os.path.basename(where)[:-3]}:{function}", (where,)
    return entry, ()


class _Running:
    """One child while it runs: its process, its pipes, and the threads at their ends."""

    def __init__(self, kind, limits):
        self.kind, self.limits = kind, limits
        self.events = queue.SimpleQueue()
        self.output = streams.Output(limits.output, limits.output_total, lambda: self.put("overflow", None))
        self.mark = secrets.token_hex(16)
        self.ready = self.over = False
        self.status = self.control = self.waiter = None
        self.threads = []
        self.said = {}

    def start(self, stack, token, envelope, read):
        """Start the child and the threads. Whatever happens later, `stack` ends them. Raises OSError."""
        boxed = self.kind == bubblewrap.BUBBLEWRAP
        home = bubblewrap.HOME if boxed else stack.enter_context(scratch.folder())
        environment = scratch.environment(home)
        words = [sys.executable, "-P", "-s", "-c", _BOOT, os.path.dirname(bubblewrap.package()), self.kind]
        if boxed:
            words = bubblewrap.command_line(read, self.limits.storage) + words
        else:
            environment[MARK] = self.mark
        options = dict(stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
                       cwd="/" if boxed else home)
        if os.name == "posix":
            options["start_new_session"] = True  # Ctrl-C is for the parent, which then ends the child
        else:
            options["creationflags"] = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        if self.kind == bubblewrap.PLAIN:
            self.process = subprocess.Popen(words + ["-"] * 4, **options)
            results = self.process.stdout
        else:
            results = self.start_with_pipes(stack, words, options)
        stack.callback(self.end)
        self.waiter = streams.start(self.wait)
        self.threads = [
            streams.start(streams.read_messages, results, token, self.put),
            streams.start(self.output.read, self.process.stderr, self.output.stderr),
            streams.start(streams.write_all, self.process.stdin, envelope),
        ]
        if self.kind != bubblewrap.PLAIN:
            self.threads.append(streams.start(self.output.read, self.process.stdout, self.output.stdout))

    def start_with_pipes(self, stack, words, options):
        """Start the process with pipes for results, status and control; return the end of the first."""
        with contextlib.ExitStack() as theirs:
            ours, handed = [], []
            for mine in (0, 0, 1):  # we read results and status, and write control
                pipe = os.pipe()
                theirs.callback(os.close, pipe[1 - mine])
                ours.append(os.fdopen(pipe[mine], "wb" if mine else "rb"))
                handed.append(pipe[1 - mine])
            results, self.status, self.control = ours
            stack.enter_context(self.status)
            stack.enter_context(self.control)
            try:
                self.process = subprocess.Popen(words + [str(number) for number in (*handed, self.limits.processes)],
                                                pass_fds=handed, **options)
            except BaseException:
                results.close()
                raise
        return results  # its thread closes it: to close it here would wait for whoever holds the other end

    def put(self, event, value):
        """Called from the threads."""
        self.events.put((event, value))

    def wait(self):
        self.process.wait()
        self.put("exit", None)

    def follow(self, deadline, on_progress):
        """Wait for the end; return the fields of the Outcome that say how it was.

        deadline: on the clock of time.monotonic. No process is left when this returns.
        """
        end = None
        while end is None:
            try:
                event, value = self.events.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                event = "late"
            if event == "exit":
                break
            if event == "late" or time.monotonic() > deadline:
                end = self.too_late()
            else:
                end = self.taken(event, value, on_progress)
        self.end(gently=end is not None and end["status"] == "ok")
        # All pipes are at their ends. A run that we ended has its verdict; what else had been sent still counts.
        while not self.events.empty():
            event, value = self.events.get()
            if event != "exit" and (end is None or (event == "message" and value[0] == "progress")):
                end = self.taken(event, value, on_progress) or end
        return end or self.ended_by_itself()

    def taken(self, event, value, on_progress):
        """Take one event; return how the run ended, or None if it goes on."""
        if event == "overflow":
            return outcome.output(self.limits)
        if event == "tampered":
            return outcome.tampered(value)
        if event == "message":
            kind, value = value
            if kind == "ready":
                self.ready = True
            if kind == "result":
                return {"status": "ok", "result": value, "exitcode": 0}
            if kind == "error":
                return self.error(value)
            if kind == "progress" and on_progress:
                on_progress(value)
        return None

    def error(self, value):
        kind, message, exitcode = value.get("kind"), value.get("message"), value.get("exitcode")
        if kind == child.MEMORY:
            return outcome.memory(self.limits)
        if kind == child.EXIT:
            return outcome.sys_exit(exitcode, message)
        return outcome.error(str(message), exitcode)

    def too_late(self):
        if not self.ready:
            return outcome.error("the child did not start within the time limit")
        return (outcome.output if self.output.total > _ENDLESS else outcome.timeout)(self.limits)

    def ended_by_itself(self):
        """How the run ended, of which only the exit is known."""
        if not self.ready:
            return outcome.error(self.output.stderr.text(), self.process.returncode)
        if self.kind == bubblewrap.PLAIN:
            return outcome.died(self.limits, self.process.returncode)
        if self.said.get("limit") == "processes":
            return outcome.processes(self.limits)
        if "exit" not in self.said and self.kind == bubblewrap.BUBBLEWRAP:
            # Process 1 of the sandbox cannot be ended from inside: the machine did it.
            return outcome.error("bubblewrap was ended from outside", self.process.returncode)
        return outcome.died(self.limits, self.said.get("exit"))

    def end(self, gently=False):
        """End all processes of the job and wait until they are gone. Called again, it does nothing.

        gently: the result is here; give the child a moment to end by itself, so that all it printed comes through.
        """
        if self.over:
            return
        self.over = True
        gone = gently and self.gone()
        if not gone and self.control:
            with contextlib.suppress(OSError):
                # A byte, not only the end of the pipe: a fork of some other thread may hold this end open.
                self.control.write(b"!")
                self.control.close()  # the supervisor ends everything, then itself
            gone = self.gone()
        if gone and self.status:
            self.said = _said(self.status)
        if not gone or not (self.kind == bubblewrap.BUBBLEWRAP or self.said.get("gone")):
            scratch.end_tree(self.process, self.mark)
        self.process.wait()
        for thread in self.threads:
            thread.join(_GRACE)

    def gone(self):
        """Whether the process has ended, after a moment's wait."""
        if self.waiter:
            self.waiter.join(_GRACE)
        return self.process.poll() is not None
