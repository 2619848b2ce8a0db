"""The process between the parent and the sandbox's first process: it sees to it that the whole tree ends. POSIX.

`supervise` forks. The child of the fork goes on to run the job; the supervisor never returns. It waits for the child to
end or for the parent to close the control pipe (which the death of the parent does too), ends all that is left, and
says on the status pipe, in lines of JSON, how it went: {"limit": "processes"}, {"exit": CODE}, {"gone": true}.

Under bubblewrap the supervisor is process 1 of its own namespace: no signal from inside reaches it, and the kernel ends
the rest of the namespace with it. Elsewhere it is a *subreaper*: daemons that detach themselves (`setsid`, double fork)
become its children, where it finds them. It forks, once, before any thread exists and before the token is read.
"""

import os
import select
import signal

from autograder.sandbox import confine

_POLL = 0.05  # seconds between two counts of the processes
_GRACE = 20  # naps of 10 ms for what ends by itself
_SWEEPS = 400  # and for what is killed; then the parent ends what is left


def supervise(kind, results, status, control, processes):
    """Return in the new first process of the sandbox; never return in the supervisor.

    kind: "bubblewrap" or "rlimits". results, status, control: descriptors. processes: how many may exist at once.
    """
    parent = os.getppid()
    complete = kind == "bubblewrap" or confine.adopt_orphans()
    wake, woken = os.pipe()
    for end in (wake, woken):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    child = os.fork()
    if child == 0:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for end in (wake, woken, status, control):
            os.close(end)
        os.setsid()
        return
    try:
        os.close(results)
        _silence()
        _watch(kind, child, status, control, wake, processes, complete)
        if kind == "rlimits" and os.getppid() != parent and os.path.basename(os.getcwd()).startswith("cs-"):
            from autograder.sandbox import scratch

            scratch.remove(os.getcwd())  # the private folder, which the parent did not live to remove
    finally:
        os._exit(0)  # whatever happened: the child's code must not go on in two processes


def _silence():
    """Hold none of the pipes the parent reads, and take no signal that can be refused."""
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os.close(null)
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP, signal.SIGCHLD}:
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass  # reserved by the C library


def _watch(kind, child, status, control, wake, processes, complete):
    code = None
    while True:
        ended = dict(_reaped())
        if child in ended:
            code = ended[child]
            break
        if _count(kind) > processes:
            _say(status, b'{"limit": "processes"}\n')
            break
        ready, _, _ = select.select([control, wake], [], [], _POLL)
        if control in ready:
            break
        if wake in ready:
            os.read(wake, 4096)
    gone = True  # under bubblewrap by the kernel, as soon as this process ends
    if kind != "bubblewrap":
        if code is not None:
            _let_end(wake)
        gone = end_descendants(wake) and complete
    if code is not None:
        _say(status, b'{"exit": %d}\n' % code)
    if gone:
        _say(status, b'{"gone": true}\n')


def _say(status, line):
    try:
        os.write(status, line)
    except OSError:
        pass  # the parent is dead: nobody is left to tell


def _reaped():
    """Collect every child that has ended: pairs of pid and exit code (a negative one is a signal's number)."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        yield pid, os.waitstatus_to_exitcode(status)


def _count(kind):
    """How many processes the sandbox has, this one not counted."""
    if kind == "bubblewrap":
        return sum(name.isdigit() for name in os.listdir("/proc")) - 1
    return len(descendants(os.getpid()))


def descendants(pid):
    """The pids of all descendants of process `pid`, in no particular order."""
    if not os.path.exists(f"/proc/self/task/{os.getpid()}/children"):
        import psutil  # macOS, and kernels without these files

        return [process.pid for process in psutil.Process(pid).children(recursive=True)]
    found, todo = [], [pid]
    while todo:
        children = _children(todo.pop())
        found += children
        todo += children
    return found


def _children(pid):
    children = []
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as file:
                children += [int(word) for word in file.read().split()]
    except (FileNotFoundError, ProcessLookupError):
        pass  # it ended meanwhile; its orphans are children of the subreaper now: the next count sees them
    return children


def _let_end(wake):
    """Give multiprocessing's resource tracker the moment it needs to unlink what the job left in /dev/shm."""
    for _ in range(_GRACE):
        for _ in _reaped():
            pass
        if not _has_children():
            return
        _nap(wake)


def end_descendants(wake):
    """Kill every descendant and collect it. Returns whether no child is left.

    All are stopped before any is killed: a process that is stopped cannot fork, so a fork bomb cannot outrun the sweep.
    """
    for _ in range(_SWEEPS):
        stopped = set()
        while new := set(descendants(os.getpid())) - stopped:
            for pid in new:
                _signal(pid, signal.SIGSTOP)
            stopped |= new
        for pid in stopped:
            _signal(pid, signal.SIGKILL)
        for _ in _reaped():
            pass
        if not _has_children():
            return True
        _nap(wake)
    return False


def _has_children():
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    return True


def _nap(wake):
    """Wait for the end of a child, or 10 ms."""
    if select.select([wake], [], [], 0.01)[0]:
        os.read(wake, 4096)


def _signal(pid, number):
    try:
        os.kill(pid, number)
    except (ProcessLookupError, PermissionError):
        pass
