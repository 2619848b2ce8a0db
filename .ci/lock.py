"""Write requirements.lock and environment.yml from requirements.in:  python .ci/lock.py [--upgrade]

The lock is universal: one file for Linux, macOS, Windows and every Python from 3.11 on, with hashes and without the
address of any index.  Needs `uv` on PATH, or in this Python, and the network; nothing else in the course needs `uv`.
Without --upgrade the versions of the present lock are kept where they fit.  tests/test_packaging.py holds the three files together.
"""
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONDA_NAMES = {"matplotlib": "matplotlib-base"}  # where conda-forge calls a package otherwise
PIP_ONLY = {"playwright"}  # conda-forge's package of that name is another program


def direct_names(text: str) -> list[str]:
    """Return the names in the text of requirements.in, in its order."""
    return [match.group(0) for match in map(re.compile(r"[A-Za-z0-9][\w.-]*").match, text.splitlines()) if match]


def locked_versions(text: str) -> dict[str, str]:
    """Return {name: version} of a lock's text.

    Raises: ValueError if one package is locked at two versions (for different Pythons), which environment.yml cannot say.
    """
    pairs = re.findall(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", text, re.MULTILINE)
    return dict(pairs)


def environment_yml(requirements: str, lock: str) -> str:
    """Return the text of environment.yml for the texts of requirements.in and requirements.lock."""
    versions = locked_versions(lock)
    names = direct_names(requirements)
    lines = ["# Made by `python .ci/lock.py` from requirements.in and requirements.lock: change those, not this.",
             "name: concurrent-python", "channels:", "  - conda-forge", "  - nodefaults", "dependencies:", "  - python>=3.11,<3.15"]
    lines += [f"  - {CONDA_NAMES.get(name, name)}={versions[name]}" for name in names if name not in PIP_ONLY]
    lines += ["  - pip", "  - pip:"] + [f"      - {name}=={versions[name]}" for name in names if name in PIP_ONLY]
    return "\n".join(lines) + "\n"


def main(words: list[str]) -> int:
    """Write both files; return 0, or 2 after saying why not."""
    if shutil.which("uv"):
        uv = ["uv"]
    elif importlib.util.find_spec("uv"):
        uv = [sys.executable, "-m", "uv"]
    else:
        print("Locking needs uv: `python -m pip install uv`, then run this again.", file=sys.stderr)
        return 2
    status = subprocess.call(
        [*uv, "pip", "compile", "--universal", "--generate-hashes", "--python-version", "3.11", "--fork-strategy", "fewest",
         "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--quiet", "--custom-compile-command",
         "python .ci/lock.py", *words, "requirements.in", "--output-file", "requirements.lock"], cwd=ROOT)
    if status:
        return 2
    (ROOT / "environment.yml").write_text(environment_yml(
        (ROOT / "requirements.in").read_text("utf-8"), (ROOT / "requirements.lock").read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
