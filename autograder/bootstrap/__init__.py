"""Makes the course's own environment, or finds one that will do, and hands the words to the `course` command in it.

`course.py` calls `run`.  Standard library only: nothing is installed yet.

`.venv/course.json` is the stamp.  Invariant: its state is "ready" only while everything in `.venv` was installed from
the lock whose hash it holds; it is "installing" from before the first change until after the last one.
"""
import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec

from .causes import MEGABYTES_NEEDED, Stop, explain
from .install import install

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
LOCK = os.path.join(ROOT, "requirements.lock")
STAMP = os.path.join(VENV, "course.json")
LOG = os.path.join(VENV, "course-install.log")
OURS = "course.json", "course.json.new", "course.lock", "course-install.log"  # ours, even in a `.venv` that someone else made


def run(words, usage):
    """Set up where that is needed, then become `course WORDS`.

    Args: the words of the command line; the text to print when nothing is set up and only help is asked for.
    Returns: an exit code, and only if there was nothing to hand over: 0 after help, 2 after saying what went wrong,
    130 after Ctrl-C.
    """
    try:
        environment = dict(os.environ)
        if active_environment_is_enough():
            paths = [ROOT, os.environ.get("PYTHONPATH")]
            environment["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
            return hand_over(sys.executable, words, environment)
        if not is_ready():
            if not words or words[0] in ("-h", "--help"):
                print(usage.rstrip() + "\n\nNothing is set up yet: `python course.py lab` does that.")
                return 0
            with alone():
                if not is_ready():  # another run may just have finished it
                    set_up()
        return hand_over(PYTHON, words, environment)
    except Stop as stop:
        message, code = str(stop), 2
    except (OSError, shutil.Error) as error:
        message, code = explain(f"{error!r} {error}", f"preparing {VENV}", LOG), 2
    except KeyboardInterrupt:
        message, code = "\nStopped.  The next run finishes what this one began.", 130
    print(message, file=sys.stderr)
    return code


# --- Is there an environment that will do? ----------------------------------------------------------------------------

def wanted_versions():
    """Return {name: version} of the packages that requirements.in names, as locked.

    Only these are looked at in an environment that is not ours: what they in turn need is its own manager's business.
    """
    with open(os.path.join(ROOT, "requirements.in"), encoding="utf-8") as file:
        direct = set(re.findall(r"^[A-Za-z0-9][\w.-]*", file.read().lower(), re.MULTILINE))
    with open(LOCK, encoding="utf-8") as file:
        locked = re.findall(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", file.read(), re.MULTILINE)
    return {name: version for name, version in locked if name.lower() in direct}


def active_environment_is_enough():
    """True if this very Python runs in a virtual or conda environment that has those packages at those versions."""
    in_one = sys.prefix != sys.base_prefix or os.path.isdir(os.path.join(sys.prefix, "conda-meta"))
    if not in_one or os.path.realpath(sys.prefix) == os.path.realpath(VENV):
        return False
    from importlib.metadata import PackageNotFoundError, version
    try:
        return all(version(name) == wanted for name, wanted in wanted_versions().items())
    except PackageNotFoundError:
        return False


def finished_stamp():
    """Return the stamp of a finished `.venv`, all but its "python": what was wanted, and where it lies.

    The place counts because a virtual environment that is moved does not work any more.
    """
    digest = hashlib.sha256()
    for path in (LOCK, os.path.join(ROOT, "pyproject.toml")):
        with open(path, "rb") as file:
            digest.update(file.read())
    return {"made_by": "course.py", "state": "ready", "wants": digest.hexdigest(), "root": ROOT}


def read_stamp():
    """Return the stamp as a dict; an empty one if there is none that can be read."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            stamp = json.load(file)
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp):
    """Put the stamp in place in one step, so that no run ever reads half of it."""
    with open(STAMP + ".new", "w", encoding="utf-8") as file:
        json.dump(stamp, file)
    os.replace(STAMP + ".new", STAMP)


def version_of_venv():
    """Return "3.12" for the Python in `.venv`; "" if there is none or it does not start, say because its base is gone."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        return subprocess.check_output([PYTHON, "-I", "-S", "-c", code], stderr=subprocess.DEVNULL, text=True).strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def is_ready():
    """True if an earlier run finished `.venv` from this very lock, in this very place, and its Python still starts."""
    stamp, wanted = read_stamp(), finished_stamp()
    made_by = stamp.get("made_by", "")
    python = stamp.pop("python", None)
    return stamp == dict(wanted, made_by=made_by) and python is not None and python == version_of_venv()


# --- Making one -------------------------------------------------------------------------------------------------------

@contextlib.contextmanager
def alone():
    """Hold the right to change `.venv`; wait while another process has it.  It is lost when its holder ends, however."""
    os.makedirs(VENV, exist_ok=True)
    with open(os.path.join(VENV, "course.lock"), "a+") as file:
        told = False
        while True:
            try:
                if os.name == "nt":
                    import msvcrt
                    file.seek(0)
                    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
                else:
                    import fcntl
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except (BlockingIOError, PermissionError):
                if not told:
                    print("Another course.py is setting up here; waiting for it.", file=sys.stderr)
                told = True
                time.sleep(0.5)
        yield


def set_up():
    """Make `.venv` complete and stamp it.

    A `.venv` of ours that an interrupted run left is started over, which is quick since pip keeps what it had fetched; one
    of an older lock is brought up to date.  One that someone else made (an editor, say) is used, never emptied.

    Raises: Stop, OSError.
    """
    stamp, version = read_stamp(), version_of_venv()
    others = [name for name in os.listdir(VENV) if name not in OURS]
    ours = stamp.get("made_by") == "course.py" or not others
    whole = stamp.get("state") == "ready" and stamp.get("python") == version and stamp.get("root") == ROOT
    started = {"made_by": "course.py" if ours else "someone else", "state": "installing"}
    if ours and not whole:
        make_venv(others, started)
    elif not version or tuple(map(int, version.split("."))) < OLDEST:
        raise Stop(f"The folder {VENV} was not made by course.py and has no working Python 3.11 or newer in it: "
                   "rename or delete it, then run this again.")
    write_stamp(started)
    with contextlib.suppress(FileNotFoundError):
        os.remove(LOG)
    redo = ["--force-reinstall"] if not whole and stamp.get("state") == "installing" and not ours else []
    with open(LOCK, encoding="utf-8") as file:
        total = len(re.findall(r"^[A-Za-z0-9][\w.-]*==", file.read(), re.MULTILINE))
    # --only-binary: nothing is built on the learner's machine, so no compiler and no further download is ever needed.
    install(PYTHON, VENV, ["--require-hashes", "--only-binary", ":all:", *redo, "-r", LOCK], total, LOG)
    install(PYTHON, VENV, ["--no-index", "--no-build-isolation", "-e", ROOT], 0, LOG)
    write_stamp({**finished_stamp(), "made_by": started["made_by"], "python": version_of_venv()})
    print("The course is set up.", file=sys.stderr)


def make_venv(left, stamp):
    """Empty `.venv` of the files named in `left`, stamp it as begun, and make a virtual environment there."""
    for module in ("venv", "ensurepip"):
        if find_spec(module) is None:
            raise Stop(f"This Python cannot make virtual environments, for its module {module} is missing: on Debian and "
                       "Ubuntu `sudo apt install python3-venv` adds it, elsewhere Python from python.org has it; then run "
                       "this again.")
    for name in left:
        path = os.path.join(VENV, name)
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.remove(path)
    free = shutil.disk_usage(VENV).free // 2**20
    if free < MEGABYTES_NEEDED:
        raise Stop(f"The disk is too full: setting up takes about {MEGABYTES_NEEDED} MB, and {free} MB are free at {ROOT}; "
                   "make room and run this again.")
    print(f"Setting the course up in {VENV} (once; a minute or two).", file=sys.stderr)
    write_stamp(stamp)
    import venv
    try:
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt", prompt="course").create(VENV)
    except subprocess.CalledProcessError as error:
        output = error.output or b""
        raise Stop(explain(output.decode("utf-8", "replace") if isinstance(output, bytes) else output,
                           "making a virtual environment", "")) from None


# --- Handing over -----------------------------------------------------------------------------------------------------

def hand_over(python, words, environment):
    """Become `course WORDS` under that Python; where the system cannot, wait for it and return its exit code.

    -P keeps a learner's own queue.py or random.py in the current folder from being imported instead of the real one.
    """
    command = [python, "-P", "-m", "autograder", *words]
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(python, command, environment)
    process = subprocess.Popen(command, env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # the command got it too, and answers it as it sees fit
            pass
