"""What the tests run inside the sandbox: jobs that start processes, look at files, or want to stay.

Every loop that could hurt the machine is bounded by itself: the sandbox is what is under test, not to be trusted yet.
"""

import os
import signal
import subprocess
import sys
import threading
import time


def fork_many(job, progress):
    """At most job["count"] forks, each child of which waits to be ended."""
    for _ in range(job["count"]):
        try:
            if os.fork() == 0:
                time.sleep(60)
                os._exit(0)
        except BlockingIOError:
            break
    threading.Event().wait()


def fork_tree(job, progress):
    """Every process forks, seven levels deep: 128 processes at most."""
    for _ in range(7):
        os.fork()
    time.sleep(60)


def leave_daemon(job, progress):
    """A daemon of the old school: double fork, `setsid`, all descriptors closed, a bare environment by exec."""
    ready, started = os.pipe()
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.setsid()
            os.dup2(started, 9)
            os.closerange(0, 9)
            os.execve(sys.executable, [sys.executable, "-S", "-c", "import os, time\n"
                      "os.write(9, b'x')\nos.close(9)\ntime.sleep(60)", job["mark"]], {} if job["bare"] else os.environ)
        os._exit(0)
    os.close(started)
    os.read(ready, 1)
    progress({"daemon": True})
    if job.get("hang"):
        threading.Event().wait()
    if job.get("exit"):
        os._exit(0)
    return {"daemon": True}


def kill_supervisor(job, progress):
    """What can be done to the supervisor: under rlimits it dies, under bubblewrap it does not notice."""
    subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(60)", job["mark"]], start_new_session=True,
                     env={} if job.get("bare") else None)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        try:
            os.kill(os.getppid(), number)
        except ProcessLookupError:
            pass
    if job["wait"]:
        threading.Event().wait()
    return {}


def write_file(job, progress):
    try:
        with open("big", "wb") as file:
            for _ in range(job["chunks"]):
                file.write(b"x" * 65536)
    except OSError as error:
        return {"error": type(error).__name__, "size": os.path.getsize("big")}
    return {"error": "", "size": os.path.getsize("big")}


def fill_storage(job, progress):
    """Many files, none of them over the limit."""
    for folder in ("/tmp", "/dev/shm"):
        try:
            for number in range(job["files"]):
                with open(f"{folder}/{number}", "wb") as file:
                    file.write(b"x" * 65536)
        except OSError:
            continue
        return {"full": False}
    return {"full": True}


def read_file(job, progress):
    found = {}
    for path in job["paths"]:
        try:
            with open(path) as file:
                found[path] = file.read()
        except OSError as error:
            found[path] = type(error).__name__
    return found


def list_folders(job, progress):
    return {path: sorted(os.listdir(path)) if os.path.isdir(path) else None for path in job["paths"]}


def write_anywhere(job, progress):
    """The paths of job["paths"] below which a file can be made."""
    able = []
    for path in job["paths"]:
        try:
            with open(os.path.join(path, "made-by-a-learner"), "w"):
                able.append(path)
        except OSError:
            pass
    return {"able": able}


def open_many(job, progress):
    try:
        files = [open(os.devnull) for _ in range(job["count"])]
    except OSError as error:
        return {"error": type(error).__name__}
    return {"error": "", "opened": len(files)}


def connect(job, progress):
    import socket

    with socket.socket() as client:
        client.settimeout(2)
        return {"error": client.connect_ex(("127.0.0.1", job["port"]))}


def make_mess(job, progress):
    """A folder that is hard to remove, with a link to one outside of it."""
    os.makedirs("a/b/c")
    with open("a/b/c/file", "w"):
        pass
    os.symlink(job["outside"], "a/link")
    os.chmod("a/b/c", 0)
    os.chmod("a/b", 0)
    return {"cwd": os.getcwd()}
