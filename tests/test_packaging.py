"""requirements.in, requirements.lock, environment.yml, pyproject.toml and the licences agree, and name no machine of ours."""
import importlib.metadata
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
WANTED = (ROOT / "requirements.in").read_text("utf-8")


def load_lock_script():
    spec = importlib.util.spec_from_file_location("lock_script", ROOT / ".ci" / "lock.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


lock_script = load_lock_script()
PACKAGES = re.findall(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)(?: ; ([^\\\n]+?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
                      LOCK, re.MULTILINE)


def test_lock_has_a_hash_for_every_package_and_nothing_else():
    rest = LOCK
    for package in PACKAGES:
        assert package[3].count("--hash=") >= 1
    rest = re.sub(r"^[^#\n]+==[^\n]+\\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", "", rest, flags=re.MULTILINE)
    assert all(line.startswith("#") or not line for line in rest.splitlines()), rest
    names = [name for name, *_ in PACKAGES]
    assert len(names) == len(set(names)) > 50, "one version of a package for every system, so that environment.yml can say it"


def test_lock_is_universal():
    """What only Windows or macOS needs is in it too."""
    markers = {name: marker for name, _, marker, _ in PACKAGES}
    assert "nt" in markers["pywinpty"]
    assert "darwin" in markers["appnope"]
    assert "win32" in markers["colorama"]


def test_lock_has_the_wanted_versions():
    versions = lock_script.locked_versions(LOCK)
    for name in lock_script.direct_names(WANTED):
        assert name in versions, f"{name} is not locked: run `python .ci/lock.py`"
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", WANTED, re.MULTILINE):
        assert versions[name] == version, "requirements.in was changed: run `python .ci/lock.py`"


def test_environment_yml_is_made_from_the_lock():
    assert (ROOT / "environment.yml").read_text("utf-8") == lock_script.environment_yml(WANTED, LOCK), "run `python .ci/lock.py`"


def test_environment_yml_names_every_package_once():
    text = lock_script.environment_yml("alpha\n# beta\nmatplotlib>=1\nplaywright\n", "alpha==1\nmatplotlib==2\nplaywright==3\nz==4\n")
    assert [line.strip(" -") for line in text.splitlines() if "=" in line] == [
        "python>=3.11,<3.15", "alpha=1", "matplotlib-base=2", "playwright==3"]


def test_project_file():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["requires-python"] == ">=3.11"
    assert project["tool"]["setuptools"]["dynamic"]["dependencies"]["file"] == ["requirements.in"], "one list, not two"
    module, _, function = project["project"]["scripts"]["course"].partition(":")
    assert callable(getattr(importlib.import_module(module), function))
    for name in project["project"]["license-files"]:
        assert (ROOT / name).is_file()


def test_bootstrap_and_doctor_estimate_the_disk_rightly():
    """MEGABYTES_NEEDED is above what is in this very environment, and not absurdly so."""
    from autograder.bootstrap.causes import MEGABYTES_NEEDED
    venv = ROOT / ".venv"
    if Path(sys.prefix).resolve() != venv.resolve():
        pytest.skip("the tests do not run in the .venv that course.py made")
    size = sum(path.lstat().st_size for path in venv.rglob("*")) / 2**20
    assert size < MEGABYTES_NEEDED < 2.5 * size


def test_installed_versions_are_the_locked_ones():
    if Path(sys.prefix).resolve() != (ROOT / ".venv").resolve():
        pytest.skip("the tests do not run in the .venv that course.py made")
    for name, version in lock_script.locked_versions(LOCK).items():
        try:
            assert importlib.metadata.version(name) == version, name
        except importlib.metadata.PackageNotFoundError:
            assert any(name == package and marker for package, _, marker, _ in PACKAGES), f"{name} is locked but not installed"


# An address of a package index, or a path into somebody's home or this workplace. Spelled so that this file has none itself.
FORBIDDEN = re.compile("|".join(["pypi" + r"\.org", "python" + r"hosted\.org", "--(extra-)?index" + "-url", "--find" + "-links",
                                 "/(root|home/\\w+|opt|work)" + "/", "file:" + "//"]))


@pytest.mark.parametrize("name", ["requirements.in", "requirements.lock", "environment.yml", "pyproject.toml", "course.py",
                                  "README.md", "CONTRIBUTING.md", ".ci/run", ".ci/lock.py", "nbgrader_config.py"])
def test_no_address_of_an_index_and_no_path_of_a_machine(name):
    path = ROOT / name
    if not path.exists():
        pytest.skip("not there")
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        found = FORBIDDEN.search(line)
        assert not found or name == ".ci/lock.py" and found.group() in ("--index" + "-url", "--find" + "-links"), f"{name}:{number}: {line}"


def test_ci_script_is_bash_that_parses_and_can_be_run():
    script = ROOT / ".ci" / "run"
    if os.name == "nt":
        pytest.skip("CI is a Linux machine")
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", str(script)], capture_output=True).returncode == 0
    text = script.read_text("utf-8")
    assert text.startswith("#!/usr/bin/env bash\n") and "set -euo pipefail" in text
    assert text.rstrip().endswith("python3 course.py test"), "the tests' exit code is CI's"
