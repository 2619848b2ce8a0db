"""`course doctor`: tries what the course needs of this machine and says what works."""
import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60  # seconds that one probe may take on a busy machine
FREE_MEGABYTES = 200  # below this, notebooks and gradebooks may not be saved any more
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge", "microsoft-edge")


@dataclass
class Finding:
    """One line of the doctor's answer: what was tried, how it is ("works", "weak", "missing"), and in words what that means."""

    name: str
    state: str
    note: str
    essential: bool = False


def run_doctor(as_json: bool) -> int:
    """Print the findings; return 1 if something essential is missing."""
    findings = examine()
    if as_json:
        from autograder.commands import print_json
        print_json({"findings": [asdict(finding) for finding in findings]})
    else:
        show(findings)
    return int(any(finding.essential and finding.state == "missing" for finding in findings))


def examine() -> list[Finding]:
    """Try everything; the probes that start processes run side by side."""
    with ThreadPoolExecutor(4) as pool:
        running = [pool.submit(probe) for probe in (
            python, free_threading, package_greenlet, *(lambda m=method: start_method(m) for method in ("spawn", "forkserver", "fork")),
            sandbox, nbgrader, gradebook, server_extensions, lab_extension, browser, disk)]
        return [probe.result() for probe in running]


def show(findings: list[Finding]) -> None:
    """Print the findings as a table and a last line that sums them up."""
    from rich.table import Table
    from rich.text import Text

    from autograder.terminal import console_for, state
    looks = {"works": ("passed", "works"), "weak": ("grader_error", "weak"), "missing": ("failed", "missing")}
    console = console_for()
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for finding in findings:
        which, words = looks[finding.state]
        if finding.state == "missing" and not finding.essential:
            which, words = "skipped", "not there"
        table.add_row(state(console, which, words), Text(finding.name, style="bold"), Text(finding.note))
    console.print(table)
    broken = [finding.name for finding in findings if finding.essential and finding.state == "missing"]
    console.print(Text(f"To be mended: {', '.join(broken)}." if broken else "Nothing that the course needs is broken."))


# --- probes: each returns its Finding and raises nothing --------------------------------------------------------------

def python() -> Finding:
    enough = sys.version_info >= (3, 11)
    return Finding("Python", "works" if enough else "missing", f"{platform.python_version()} at {sys.executable}"
                   + ("" if enough else "; the course needs 3.11 or newer"), essential=True)


def free_threading() -> Finding:
    if not sysconfig.get_config_var("Py_GIL_DISABLED"):
        return Finding("Free-threaded build", "missing", "threads take turns (there is a global interpreter lock); no exercise "
                       "needs more")
    enabled = sys._is_gil_enabled()
    return Finding("Free-threaded build", "works", "but the lock was switched back on" if enabled else "threads run at the same time")


def package_greenlet() -> Finding:
    try:
        import greenlet
        answer = greenlet.greenlet(lambda: "switched").switch()
        return Finding("greenlet", "works" if answer == "switched" else "missing", greenlet.__version__, essential=True)
    except ImportError as error:
        return Finding("greenlet", "missing", f"{error}; `python course.py lab` installs it", essential=True)


def start_method(name: str) -> Finding:
    """Start a process in that way and see it end with the exit code it was told."""
    code = (f"import multiprocessing, os; c = multiprocessing.get_context({name!r}); p = c.Process(target=os._exit, args=(7,)); "
            "p.start(); p.join(); raise SystemExit(p.exitcode != 7)")
    essential = name == "spawn"
    if name != "spawn" and os.name == "nt":
        return Finding(f"Start method {name}", "missing", "Windows has spawn only")
    trouble = failure([sys.executable, "-P", "-c", code])
    return Finding(f"Start method {name}", "missing" if trouble else "works", trouble or "a process was started and ended as told",
                   essential)


def sandbox() -> Finding:
    try:
        from autograder.sandbox import describe
        found = describe()
    except Exception as error:  # whatever is wrong with it is what the doctor is asked
        return Finding("Sandbox", "missing", f"{error}", essential=True)
    note = found["kind"] + (f": {found['note']}" if found["note"] else "")
    if found["weak"] and sys.platform == "linux" and not shutil.which("bwrap"):
        note += "  `sudo apt install bubblewrap` adds a strong one."
    return Finding("Sandbox", "weak" if found["weak"] else "works", note, essential=True)


def nbgrader() -> Finding:
    try:
        return Finding("nbgrader", "works", importlib.metadata.version("nbgrader"), essential=True)
    except importlib.metadata.PackageNotFoundError:
        return Finding("nbgrader", "missing", "`python course.py lab` installs it", essential=True)


def gradebook() -> Finding:
    path = shutil.which("alembic")
    return Finding("alembic", "works" if path else "missing", path or "nbgrader makes its gradebook with it, and it is not on PATH: "
                   "start through `python course.py`", essential=True)


def server_extensions() -> Finding:
    name = "nbgrader in the server"
    try:
        from jupyter_core.paths import jupyter_config_path
        from jupyter_server.extension.config import ExtensionConfigManager
        enabled = ExtensionConfigManager(read_config_path=jupyter_config_path()).get_jpserver_extensions()
    except ImportError as error:
        return Finding(name, "missing", str(error), essential=True)
    ours = {key.rpartition(".")[2]: on for key, on in enabled.items() if key.startswith("nbgrader.")}
    off = [key for key, on in ours.items() if not on]
    if not ours or off:
        which = ", ".join(off) or "all of them"
        return Finding(name, "missing", f"switched off: {which}; `jupyter server extension enable --sys-prefix nbgrader` "
                       "switches them on", essential=True)
    return Finding(name, "works", ", ".join(sorted(ours)), essential=True)


def lab_extension() -> Finding:
    name = "nbgrader in JupyterLab"
    try:
        from jupyter_core.paths import jupyter_path
        from jupyterlab_server.config import get_federated_extensions, get_page_config
        paths = jupyter_path("labextensions")
        found = get_federated_extensions(paths).get("@jupyter/nbgrader")
        disabled = "@jupyter/nbgrader" in get_page_config(paths).get("disabledExtensions", ())
    except ImportError as error:
        return Finding(name, "missing", str(error), essential=True)
    if not found or disabled:
        return Finding(name, "missing", "`jupyter labextension enable @jupyter/nbgrader` switches it on", essential=True)
    return Finding(name, "works", found["version"], essential=True)


def browser() -> Finding:
    for name in BROWSERS:
        if path := shutil.which(name):
            trouble = failure([path, "--version"])
            return Finding("Browser for the tests", "missing" if trouble else "works", trouble or path)
    return Finding("Browser for the tests", "missing", "no Chromium on PATH; only the tests in tests/browser/ need one")


def disk() -> Finding:
    free = shutil.disk_usage(ROOT).free // 2**20
    enough = free >= FREE_MEGABYTES
    return Finding("Disk", "works" if enough else "missing", f"{free:,} MB free" + ("" if enough else "; make room"), essential=True)


def failure(command: list[str]) -> str:
    """Run the command; return "" if it ended well, else in one line how it did not."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return f"no answer within {PATIENCE} seconds"
    except OSError as error:
        return str(error)
    if done.returncode == 0:
        return ""
    return (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
