"""What this kernel session knows: the source of each exercise cell as last run, its module, and the reports.

The modules live in a scratch folder of the session, never beside a notebook: nbgrader copies modules that lie
beside solution notebooks to the students. The folder is on `sys.path`, which multiprocessing hands to spawned
children, so they can import the exercise too.
"""

import atexit
import hashlib
import os
import shutil
import sys
import tempfile
from pathlib import Path


class Session:
    """One per kernel. Invariant: a report is kept only under the source it was made from."""

    def __init__(self):
        self._folder = None
        self._sources = {}   # exercise id -> source as last run, even if it did not run to its end
        self._reports = {}   # (exercise id, digest of the source) -> Report
        self.exported = {}   # exercise id -> {name: object} put into the notebook's namespace

    def folder(self):
        """The scratch folder, made at first use and removed when this process (not a fork of it) ends."""
        if self._folder is None or not self._folder.is_dir():
            self._folder = Path(tempfile.mkdtemp(prefix="course-exercises-"))
            # A plain file where Python would make its bytecode folder: no bytecode is ever written here. Bytecode
            # goes by size and whole seconds, so a cell run twice in a second would import its former self.
            # (test_magic.py::test_spawned_child_sees_the_newest_source)
            (self._folder / "__pycache__").write_text("kept free of bytecode: see autograder/notebook/session.py\n")
            sys.path.insert(0, str(self._folder))
            atexit.register(_remove, self._folder, os.getpid())
        return self._folder

    def write(self, exercise, name, source):
        """Keeps the source, writes `name`.py and returns its path."""
        self._sources[exercise] = source
        path = self.folder() / f"{name}.py"
        fresh = path.with_suffix(".new")
        fresh.write_text(source, encoding="utf-8", newline="\n")
        os.replace(fresh, path)
        return path

    def source(self, exercise):
        """The source last run under `%%exercise`, or None."""
        return self._sources.get(exercise)

    def report(self, exercise, run):
        """The report on the source last run; `run(source)` makes it unless it is known already.

        A report with a fault of ours in it is not kept, so the next call tries again.
        """
        source = self._sources[exercise]
        key = exercise, hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
        if key not in self._reports:
            report = run(source)
            if any(check["outcome"] == "grader_error" for check in report["checks"]):
                return report
            self._reports[key] = report
        return self._reports[key]


def _remove(folder, owner):
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


session = Session()
