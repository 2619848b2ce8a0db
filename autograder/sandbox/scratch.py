"""What a job without bubblewrap needs around it: a private folder, a bare environment, and the end of its processes."""

import compileall
import contextlib
import functools
import os
import shutil
import stat
import sys
import tempfile

from autograder.sandbox import bubblewrap


@contextlib.contextmanager
def folder():
    """A private temporary folder, removed afterwards however the job left its permissions. Yields its real path."""
    path = os.path.realpath(tempfile.mkdtemp(prefix="cs-"))  # short: sockets of multiprocessing live below it
    try:
        yield path
    finally:
        remove(path)


def remove(path):
    """Remove a folder, whatever the permissions of what is in it."""
    # Never chmod through a symbolic link: it may point out of the folder.
    for where, folders, _ in os.walk(path):
        for name in folders:
            below = os.path.join(where, name)
            if not os.path.islink(below):
                with contextlib.suppress(OSError):
                    os.chmod(below, stat.S_IRWXU)
    shutil.rmtree(path, ignore_errors=True)


def environment(home):
    """The environment of a job: nothing of the parent's but what the interpreter needs to start.

    home: the folder that is HOME and holds the temporary files.
    """
    names = {
        "HOME": home, "TMPDIR": home, "TEMP": home, "TMP": home, "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1",
        "MALLOC_ARENA_MAX": "2",  # else glibc reserves 64 MiB of the address space per thread
    }
    if os.name == "nt":
        names |= {"PATH": os.path.join(os.environ.get("SYSTEMROOT", r"C:\\Windows"), "System32"), "USERPROFILE": home}
        kept = ("SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "NUMBER_OF_PROCESSORS")
    else:
        names["PATH"] = "/usr/bin:/bin"
        kept = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # some interpreters of clusters do not start without
    return names | {name: os.environ[name] for name in kept if name in os.environ}


@functools.cache
def compile_once():
    """Write the bytecode of this package, once in a process: a child cannot, and would compile every time."""
    if not sys.dont_write_bytecode:
        compileall.compile_dir(bubblewrap.package(), quiet=2, workers=1)


def end_tree(process, mark):
    """Kill `process` (a Popen), its descendants, and every process that carries `mark` in its environment.

    The last finds what has left the tree. It is the best there is on Windows and macOS; on Linux the supervisor has
    done it all before, unless it was killed itself.
    """
    import psutil  # 50 ms to import, and not needed under bubblewrap

    found = []
    if process.poll() is None:  # else its pid may be another's by now
        with contextlib.suppress(psutil.Error):
            found = psutil.Process(process.pid).children(recursive=True)
        process.kill()
    for _ in range(20):
        for one in found:
            with contextlib.suppress(psutil.Error):
                one.kill()
        psutil.wait_procs(found, timeout=1)
        found = marked(mark)
        if not found:
            break


def marked(mark):
    """The living processes whose environment holds `mark`."""
    import psutil

    found = []
    for one in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if mark in one.environ().values():
                found.append(one)
    return found
