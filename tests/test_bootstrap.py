"""course.py on a tiny course: the same code, but a lock of one small package that lies beside it, so nothing is downloaded.

The whole lock is installed by CI itself, which begins with `python3 course.py test` in a fresh clone.
"""
import ast
import base64
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BACKEND = '''
import zipfile
def get_requires_for_build_editable(config_settings=None):
    return []
def build_editable(folder, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(folder + "/tiny_course-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tiny_course-1.dist-info/METADATA", "Metadata-Version: 2.1\\nName: tiny-course\\nVersion: 1\\n")
        wheel.writestr("tiny_course-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("tiny_course-1.dist-info/RECORD", "")
        wheel.writestr("tiny_course.pth", ROOT)
    return "tiny_course-1-py3-none-any.whl"
import os
ROOT = os.path.dirname(os.path.abspath(__file__))
'''
COMMAND = '''
import sys, tiny
print("words:", sys.argv[1:], "tiny:", tiny.VERSION, "prefix:", sys.prefix)
sys.exit(int(sys.argv[1]) if sys.argv[1:] and sys.argv[1].isdigit() else 0)
'''
PYPROJECT = '''
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "tiny-course"
version = "1"
'''


def wheel(folder: Path, version: str) -> str:
    """Put a wheel of the package `tiny` into the folder; return its line for a lock."""
    path = folder / f"tiny-{version}-py3-none-any.whl"
    files = {"tiny.py": f"VERSION = {version!r}\n",
             f"tiny-{version}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
             f"tiny-{version}.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"}
    record = "".join(f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()},"
                     f"{len(text)}\n" for name, text in files.items())
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {**files, f"tiny-{version}.dist-info/RECORD": record}.items():
            archive.writestr(name, text)
    return f"tiny=={version} \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def make(folder: Path) -> Path:
    """Make a tiny course in the folder."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    shutil.copy(ROOT / "course.py", folder)
    shutil.copytree(ROOT / "autograder" / "bootstrap", folder / "autograder" / "bootstrap",
                    ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "autograder" / "__init__.py").touch()
    (folder / "autograder" / "__main__.py").write_text(COMMAND)
    (folder / "backend.py").write_text(BACKEND)
    (folder / "pyproject.toml").write_text(PYPROJECT)
    (folder / "requirements.in").write_text("# a comment\ntiny\n")
    (folder / "requirements.lock").write_text(wheel(wheels, "1.0"))
    return folder


@pytest.fixture
def course(tmp_path):
    return make(tmp_path / "course")


def variables(folder: Path, **more) -> dict:
    """The environment: pip knows no index, and none of this machine's settings."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "PYTHON", "VIRTUAL_ENV"))}
    return {**clean, "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": (folder / "wheels").as_uri(),
            "PIP_CACHE_DIR": str(folder.parent / "cache"), **more}


def base_python() -> str:
    """The interpreter below any virtual environment that the tests run in."""
    return sys._base_executable


def run(folder: Path, *words, python=None, before=(), **more):
    return subprocess.run([*before, python or base_python(), str(folder / "course.py"), *words], env=variables(folder, **more),
                          cwd=folder.parent, capture_output=True, text=True)


def one_sentence(done, *parts):
    """Assert that course.py stopped with exit code 2 and a sentence that has these parts, and with no traceback."""
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    last = done.stderr.strip().splitlines()[-1]
    assert last.endswith("."), done.stderr
    for part in parts:
        assert part in last, done.stderr
    return last


def listing(folder: Path) -> dict:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if "__pycache__" not in path.parts}


def venv_python(folder: Path) -> str:
    return str(folder / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


# --- it works ---------------------------------------------------------------------------------------------------------

def test_first_run_installs_second_changes_nothing(course):
    for name in ("queue.py", "tiny.py"):  # a learner's own file must not be imported for the real one
        (course.parent / name).write_text("raise SystemExit('the wrong module')\n")
    first = run(course, "check", "a b", "--json")
    assert first.returncode == 0, first.stderr
    assert f"words: ['check', 'a b', '--json'] tiny: 1.0 prefix: {course / '.venv'}" in first.stdout
    assert "fetching package 1 of 1" in first.stderr and "installing package 1 of 1" in first.stderr
    assert first.stdout.count("\n") == 1, "progress belongs on stderr"
    before = listing(course)
    second = run(course, "7")
    assert second.returncode == 7, "the command's exit code is passed on"
    assert second.stderr == ""
    assert listing(course) == before

    # A newer lock brings the environment up to date, in place.
    (course / "requirements.lock").write_text(wheel(course / "wheels", "1.1"))
    third = run(course, "x")
    assert "tiny: 1.1" in third.stdout and "once" not in third.stderr

    # A course that was moved is set up anew: a virtual environment does not survive that.
    moved = course.rename(course.with_name("moved course"))
    fourth = run(moved, "x")
    assert f"prefix: {moved / '.venv'}" in fourth.stdout, fourth.stderr


def test_killed_set_up_is_started_over(course):
    process = subprocess.Popen([base_python(), str(course / "course.py"), "x"], env=variables(course),
                               stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, start_new_session=True)
    assert "Setting the course up" in process.stderr.readline()
    os.killpg(process.pid, signal.SIGKILL) if os.name == "posix" else process.kill()
    process.communicate()
    done = run(course, "x")
    assert done.returncode == 0 and "tiny: 1.0" in done.stdout, done.stderr

    # Killed while pip was at work: the package is there, but broken; the stamp says "installing".
    stamp = course / ".venv" / "course.json"
    stamp.write_text(json.dumps({"made_by": "course.py", "state": "installing"}))
    for path in (course / ".venv").rglob("tiny.py"):
        path.write_text("")
    done = run(course, "x")
    assert done.returncode == 0 and "tiny: 1.0" in done.stdout, done.stderr


def test_two_at_once(course):
    command = [base_python(), str(course / "course.py"), "x"]
    both = [subprocess.Popen(command, env=variables(course), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(2)]
    answers = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], answers
    assert all("tiny: 1.0" in out for out, _ in answers)
    assert sum("The course is set up." in errors for _, errors in answers) == 1, "one sets up, the other waits"


def test_environment_of_someone_else_is_used_not_emptied(course):
    subprocess.run([base_python(), "-m", "venv", str(course / ".venv")], check=True)
    theirs = course / ".venv" / "theirs.txt"
    theirs.write_text("kept")
    done = run(course, "x")
    assert done.returncode == 0 and "tiny: 1.0" in done.stdout, done.stderr
    assert theirs.read_text() == "kept"
    assert run(course, "x").stderr == ""


def test_active_environment_that_has_the_packages_is_used_as_it_is(course, tmp_path):
    active = tmp_path / "active"
    subprocess.run([base_python(), "-m", "venv", str(active)], check=True)
    python = str(active / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    subprocess.run([python, "-m", "pip", "install", "-q", "tiny==1.0"], check=True, env=variables(course))
    done = run(course, "x", python=python)
    assert f"prefix: {active}" in done.stdout, done.stderr
    assert not (course / ".venv").exists()
    # Another version than the locked one will not do.
    (course / "requirements.lock").write_text(wheel(course / "wheels", "1.1"))
    done = run(course, "x", python=python)
    assert f"prefix: {course / '.venv'}" in done.stdout, done.stderr


def test_help_sets_nothing_up(course):
    for words in ((), ("--help",)):
        done = run(course, *words)
        assert done.returncode == 0 and "python course.py lab" in done.stdout
    assert not (course / ".venv").exists()


# --- it does not work, and says why -----------------------------------------------------------------------------------

def old_pythons():
    names = [shutil.which(f"python{version}") for version in ("2.7", "3.6", "3.7", "3.8", "3.9", "3.10")]
    names += map(str, Path.home().glob(".pyenv/versions/*/bin/python"))
    for name in filter(None, names):
        found = subprocess.run([name, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], capture_output=True, text=True)
        if found.returncode == 0 and tuple(map(int, found.stdout.split("."))) < (3, 11):
            yield name, found.stdout.strip()


def test_too_old_python(course):
    found = dict((version, name) for name, version in old_pythons())
    for version, name in found.items():
        done = run(course, "lab", python=name)
        one_sentence(done, "3.11 or newer", f"this is Python {version}")
    if not found:
        pytest.skip("no older Python on this machine; test_course_py_parses_on_old_pythons still holds")


def test_course_py_parses_on_old_pythons():
    source = (ROOT / "course.py").read_text()
    ast.parse(source, feature_version=(3, 4))  # the oldest grammar there is
    assert not re.search(r"\bf[\"']", source), "an f-string would be a syntax error to Python 2.7"


def test_bootstrap_needs_the_standard_library_only():
    for path in [ROOT / "course.py", ROOT / "autograder" / "__init__.py", *(ROOT / "autograder" / "bootstrap").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module]
            for name in names:
                assert name.partition(".")[0] in sys.stdlib_module_names | {"autograder"}, f"{path.name} imports {name}"


def test_no_venv_module(course):
    """As on Debian without python3-venv: the module ensurepip is not there."""
    (course.parent / "sitecustomize.py").write_text("import sys; sys.modules['ensurepip'] = None\n")
    one_sentence(run(course, "lab", PYTHONPATH=str(course.parent)), "apt install python3-venv")


def test_no_network(course):
    """An index that refuses the connection; port 9 of this machine is nobody's."""
    done = run(course, "lab", PIP_NO_INDEX="0", PIP_FIND_LINKS="", PIP_INDEX_URL="http://127.0.0.1:9/simple")
    one_sentence(done, "cannot be reached", "check the network")
    assert "trying again" in done.stderr
    # The network is back: the next run finishes it.
    assert "tiny: 1.0" in run(course, "x").stdout


def test_changed_package(course):
    lock = course / "requirements.lock"
    lock.write_text(re.sub("sha256:.{8}", "sha256:00000000", lock.read_text()))
    one_sentence(run(course, "lab"), "not the one the course was tested with")


def test_no_build_for_this_system(course):
    (course / "wheels" / "tiny-1.0-py3-none-any.whl").unlink()
    one_sentence(run(course, "lab"), "no ready-made tiny for this system")


def namespace(script: str) -> list:
    """A command that runs the shell script in mounts of its own, then what follows it; skips where that is forbidden."""
    command = ["unshare", "--mount", "sh", "-ec"]
    if not shutil.which("unshare") or subprocess.run([*command, "mount -t tmpfs none /mnt"], capture_output=True).returncode:
        pytest.skip("needs the right to mount")
    return [*command, script + ' && exec "$@"', "sh"]


def test_read_only_folder(course):
    done = run(course, "lab", before=namespace(f"mount --bind '{course}' '{course}' && mount -o remount,bind,ro '{course}'"))
    one_sentence(done, "may not be written to", "copy the course")


@pytest.mark.parametrize("size", ["1m", "6m"])
def test_full_disk(course, size):
    """Found out beforehand; and, where the estimate is wrong, when a write fails: for the folder itself, or within pip."""
    elsewhere = course.with_name("copy")
    course.rename(elsewhere)
    course.mkdir()
    mount = f"mount -t tmpfs -o size={size} none '{course}' && cp -r '{elsewhere}/.' '{course}'"
    one_sentence(run(course, "lab", before=namespace(mount)), "too full", "make room")
    causes = elsewhere / "autograder" / "bootstrap" / "causes.py"
    causes.write_text(re.sub(r"MEGABYTES_NEEDED = \d+", "MEGABYTES_NEEDED = 0", causes.read_text()))
    one_sentence(run(course, "lab", before=namespace(mount)), "disk is full", "make room")
