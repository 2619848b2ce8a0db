"""`course test`: runs the whole suite with this very Python, in one pytest run, whose summary line comes last."""
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run_tests(words: list[str]) -> int:
    """Run pytest in the course's folder; return its exit code.  Words that name files replace the whole suite."""
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in (str(ROOT), os.environ.get("PYTHONPATH")) if p)}
    process = subprocess.Popen([sys.executable, "-P", "-m", "pytest", *arguments(words)], cwd=ROOT, env=variables)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # pytest got it too, and ends with its summary
            pass


def arguments(words: list[str]) -> list[str]:
    """Return pytest's arguments: without a file named, all tests and every committed notebook, compared with its outputs."""
    if any(not word.startswith("-") and (ROOT / word.partition("::")[0]).exists() for word in words):
        return list(words)
    folder = ROOT / "notebooks"
    if not any(folder.glob("*.ipynb")):
        return ["tests", *words]
    blots = folder / "nbval_sanitize.cfg"  # what nbval must not compare: measured numbers, pictures drawn from them
    return ["tests", *words, "--nbval", *([f"--nbval-sanitize-with={blots}"] if blots.exists() else []),
            "--ignore-glob=tests/*.ipynb", "notebooks"]
