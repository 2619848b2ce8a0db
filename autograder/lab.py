"""`course lab`: brings the learner's copies up to date, then becomes JupyterLab on them."""
import os
import subprocess
import sys
from pathlib import Path

from autograder import copies
from autograder.sources import Refused

ROOT = Path(__file__).resolve().parent.parent
START = "notebooks/start.ipynb"


def open_lab(words: list[str], refresh: bool = False, teacher: bool = False) -> int:
    """Open JupyterLab and wait for its end.

    Args: further words for `jupyter lab`; see `copies.bring_up_to_date`; whether to open the whole course instead.
    Returns: its exit code.  Raises: Refused, if work/ cannot be written.
    """
    if teacher:
        folder = ROOT
        trust((ROOT / "notebooks").glob("*.ipynb"))
    else:
        folder = ROOT / "work"
        try:
            changes = copies.bring_up_to_date(ROOT, folder, refresh)
            settings = write_settings(folder)
        except OSError as error:
            raise Refused(f"Your copies cannot be written to {folder}: {(error.strerror or str(error)).lower()}; make room there, "
                          "or copy the course to a folder of your own.") from None
        for line in summary(changes):
            print(line, file=sys.stderr)
        trust(folder / name for name in [*changes.added, *changes.updated, *changes.backups] if name.endswith(".ipynb"))
    start = START if (folder / START).exists() else ""
    command = [sys.executable, "-P", "-m", "jupyterlab", f"--ServerApp.root_dir={folder}",
               f"--LabApp.default_url=/lab{'/tree/' + start if start else ''}",
               "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", *words]
    return become(command, folder, environment(ROOT if teacher else settings))


def summary(changes: copies.Changes):
    """Yield what the learner should know of the copies, a line each."""
    if changes.added:
        yield f"{len(changes.added)} new file{'s' if len(changes.added) > 1 else ''} in work/."
    if changes.updated:
        yield f"Brought up to date (you had not changed them): {', '.join(changes.updated)}."
    if changes.kept:
        yield (f"The course has a newer version of what you changed: {', '.join(changes.kept)}.  Yours stays; "
               "`course lab --refresh` takes the newer one and keeps yours beside it.")
    for name, backup in changes.backups.items():
        yield f"{name} is the course's newer version now; yours is {backup}."


def write_settings(work: Path) -> Path:
    """Write nbgrader's configuration for a learner's folder and return the folder it is in.

    It is the course's, but for its root: nbgrader complains of a course that lies outside of what Jupyter shows.
    """
    folder = work / ".jupyter"
    copies.put(folder / "nbgrader_config.py", (
        "# Made by `course lab`.\n"
        f"load_subconfig('nbgrader_config.py', path={str(ROOT)!r})  # noqa: F821\n"
        f"c.CourseDirectory.root = {str(work)!r}  # noqa: F821\n").encode())
    return folder


def trust(notebooks) -> None:
    """Sign the course's own notebooks as this user: in one that is not trusted JupyterLab leaves pictures out of the outputs."""
    notebooks = list(notebooks)
    if not notebooks:
        return
    import nbformat
    from nbformat.sign import NotebookNotary
    notary = NotebookNotary()
    for path in notebooks:
        try:
            notary.sign(nbformat.read(path, as_version=4))
        except Exception as error:  # whatever is wrong with it, the learner can still open it
            print(f"{path.name} could not be marked as trusted: {error}", file=sys.stderr)


def environment(settings: Path) -> dict[str, str]:
    """Return the variables for JupyterLab and its kernels: they find nbgrader_config.py, and `import autograder`.

    autograder/jupyter/ switches off JupyterLab's question about news, which would cover the first notebook.
    """
    def with_first(name: str, *paths: Path) -> str:
        return os.pathsep.join([*map(str, paths), *filter(None, [os.environ.get(name)])])
    return {**os.environ, "JUPYTER_CONFIG_PATH": with_first("JUPYTER_CONFIG_PATH", settings, ROOT / "autograder" / "jupyter"),
            "PYTHONPATH": with_first("PYTHONPATH", ROOT)}


def become(command: list[str], folder: Path, variables: dict[str, str]) -> int:
    """Run the command in that folder in place of this process; where the system cannot, wait and return its exit code."""
    if os.name != "nt":
        os.chdir(folder)
        sys.stdout.flush()
        sys.stderr.flush()
        os.execve(command[0], command, variables)
    process = subprocess.Popen(command, cwd=folder, env=variables)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # JupyterLab got it too, and asks whether to stop
            pass
