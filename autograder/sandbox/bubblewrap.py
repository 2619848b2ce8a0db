"""Which sandbox is in force, and how bubblewrap is called where it works.

    bubblewrap  own namespaces: nothing to read but the interpreter and this package, nothing to write but a private
                /tmp and /dev/shm of limited size, no network, no other process to see. Linux with user namespaces.
    rlimits     limits of the operating system and a supervisor that ends the whole tree. Weak: files can be read.
    plain       a process whose tree is ended. Weaker still: time and output are all that is limited. Windows.

The environment variable COURSE_SANDBOX (one of the three) chooses a weaker one, for tests and for finding faults.
"""

import functools
import os
import shutil
import subprocess
import sys

BUBBLEWRAP, RLIMITS, PLAIN = "bubblewrap", "rlimits", "plain"
HOME = "/tmp/run"  # working folder, HOME and TMPDIR of a job, in its private /tmp

_WEAK = {
    RLIMITS: "Learners' code is limited in time, memory, processes and output, but can read files and use the network.",
    PLAIN: "Learners' code is limited in time and output only; it can read files and use the network.",
}
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
_OPTIONAL = ("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives", "/etc/localtime",
             "/nix/store", "/gnu/store")
_OF_PREFIX = ("bin", "lib", "lib64", "pyvenv.cfg")


class Unavailable(RuntimeError):
    """The sandbox that COURSE_SANDBOX or the caller asks for does not work here."""


def choose(wanted=None):
    """The kind of sandbox to use: `wanted`, else COURSE_SANDBOX, else the strongest that works.

    Raises ValueError for an unknown kind, Unavailable for one that does not work here.
    """
    wanted = wanted or os.environ.get("COURSE_SANDBOX") or None
    posix = os.name == "posix"
    if wanted is None:
        return BUBBLEWRAP if not trouble() else RLIMITS if posix else PLAIN
    if wanted not in (BUBBLEWRAP, RLIMITS, PLAIN):
        raise ValueError(f"COURSE_SANDBOX is {wanted!r}; it can be {BUBBLEWRAP}, {RLIMITS} or {PLAIN}")
    if wanted == BUBBLEWRAP and (why := trouble()):
        raise Unavailable(f"bubblewrap does not work here: {why}")
    if wanted == RLIMITS and not posix:
        raise Unavailable("rlimits need a POSIX system")
    return wanted


def describe(kind=None):
    """{"kind", "weak", "note"} of the sandbox in force (or of `kind`), as it stands in every Report."""
    kind = kind or choose()
    return {"kind": kind, "weak": kind != BUBBLEWRAP, "note": _WEAK.get(kind, "")}


@functools.cache
def trouble():
    """Why bubblewrap does not work here, in words, or "" where it does. Tried once in a process (about 15 ms)."""
    if sys.platform != "linux":
        return "it needs Linux"
    if not shutil.which("bwrap"):
        return "the program bwrap is not installed"
    command = [*command_line((), 1 << 20), sys.executable, "-S", "-E", "-c", "pass"]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              env={}, cwd="/", timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0:
        return ""
    return done.stderr.decode(errors="replace").strip() or f"exit code {done.returncode}"


def command_line(read, storage):
    """The words before those of the program to run.

    read: more files and folders that it may read, at their own paths. storage: bytes of /tmp, and of /dev/shm.
    """
    words = [shutil.which("bwrap"), "--unshare-all", "--die-with-parent", "--as-pid-1", "--cap-drop", "ALL"]
    words += _system()
    # A folder of the system's temporary ones may be bound below, so the private /tmp comes first.
    words += ["--proc", "/proc", "--dev", "/dev", "--size", str(storage), "--tmpfs", "/tmp",
              "--size", str(storage), "--tmpfs", "/dev/shm"]
    for path in (*_interpreter(), package(), *map(os.path.abspath, read)):
        words += ["--ro-bind", path, path]
    # The roots are tmpfs without a size: memory without a limit, were they writable.
    words += ["--dir", HOME, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", HOME, "--"]
    return words


def package():
    """The folder of the package `autograder`."""
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def extra_path():
    """Folders of installed packages that the interpreter does not find by itself: user site, PYTHONPATH."""
    prefixes = [os.path.join(prefix, "") for prefix in (sys.prefix, sys.base_prefix)]
    return [folder for folder in sys.path
            if os.path.basename(folder) in ("site-packages", "dist-packages") and os.path.isdir(folder)
            and not any(os.path.abspath(folder).startswith(prefix) for prefix in prefixes)]


@functools.cache
def _system():
    words = []
    for path in _SYSTEM:
        if os.path.islink(path):
            words += ["--symlink", os.readlink(path), path]
        elif os.path.isdir(path):
            words += ["--ro-bind", path, path]
    for path in _OPTIONAL:
        words += ["--ro-bind-try", path, path]
    return tuple(words)


@functools.cache
def _interpreter():
    """The paths that the interpreter is made of: of its prefixes only the parts it needs (a prefix may be a home)."""
    links, program = [], sys.executable
    while os.path.islink(program):
        links.append(program)
        program = os.path.normpath(os.path.join(os.path.dirname(program), os.readlink(program)))
    prefixes = [sys.prefix, sys.base_prefix, os.path.dirname(os.path.dirname(program))]
    prefixes += [os.path.realpath(prefix) for prefix in prefixes]
    paths = {os.path.join(prefix, part) for prefix in prefixes if prefix != "/usr" for part in _OF_PREFIX}
    folders = tuple(os.path.join(path, "") for path in (*paths, "/usr"))
    paths |= {link for link in (*links, program) if not link.startswith(folders)}
    return tuple(sorted(path for path in paths if os.path.exists(path)))
