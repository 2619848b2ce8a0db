"""What a process does to itself before learner code may run in it: limits, no new privileges, subreaper.

Runs in the child only. Nothing here exists on Windows, so everything is imported where it is used.
`limits` is the dict of `Limits.as_dict()`: dataclasses alone would cost the child 15 ms of start-up.
"""

import os
import sys

_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38


def apply(limits, kind):
    """Set the resource limits of this process; its children inherit them.

    limits: dict of Limits. kind: "bubblewrap", "rlimits" or "plain".
    A limit the system does not know, or holds lower already, is left as it is.
    """
    try:
        import resource
    except ImportError:
        return
    # CPU: SIGXCPU first, which the parent can name; SIGKILL a second later for whoever ignores it.
    _set(resource, "RLIMIT_CPU", limits["cpu"], limits["cpu"] + 1)
    _set(resource, "RLIMIT_AS", limits["memory"])
    _set(resource, "RLIMIT_FSIZE", limits["file"])
    _set(resource, "RLIMIT_NOFILE", limits["open_files"])
    _set(resource, "RLIMIT_CORE", 0)
    if kind == "rlimits" and sys.platform == "linux" and os.getuid():
        # A backstop for the moment between two counts of the supervisor. The system counts every task of the user,
        # in or out of the sandbox, so what runs already has to be added; it does not count for root at all.
        _set(resource, "RLIMIT_NPROC", _tasks_of_user() + 4 * limits["processes"])


def _set(resource, name, soft, hard=None):
    which = getattr(resource, name, None)
    if which is None:
        return
    ceiling = resource.getrlimit(which)[1]
    bound = [soft, soft if hard is None else hard]
    if ceiling != resource.RLIM_INFINITY:
        bound = [min(value, ceiling) for value in bound]
    try:
        resource.setrlimit(which, tuple(bound))
    except (ValueError, OSError):
        pass  # macOS refuses RLIMIT_AS


def _tasks_of_user():
    """How many tasks (threads) this user has on the whole machine now."""
    count, user = 0, os.getuid()
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                if os.stat(f"/proc/{name}").st_uid == user:
                    count += len(os.listdir(f"/proc/{name}/task"))
            except OSError:
                pass  # it ended meanwhile
    return count


def adopt_orphans():
    """Make this process the parent of its orphaned descendants, and forbid set-uid programs. Linux.

    Returns whether it holds: then a process with no children left has no descendant left anywhere.
    """
    if sys.platform != "linux":
        return False
    try:
        import ctypes

        prctl = ctypes.CDLL(None, use_errno=True).prctl
        prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)  # no sudo: a process of another user could not be ended
        return prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0
    except (ImportError, OSError, AttributeError):
        return False
