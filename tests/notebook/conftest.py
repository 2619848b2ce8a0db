"""A real IPython shell, with a session of the course's own that forgets everything after the test."""

import sys

import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from autograder.notebook import checking, load_ipython_extension, magic
from autograder.notebook.session import Session


@pytest.fixture
def shell(tmp_path, monkeypatch):
    """An InteractiveShell with `%%exercise` registered. `run(cell)` runs a cell as a notebook would."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("COURSE_PROGRESS", str(tmp_path / "progress.json"))
    main, path = sys.modules["__main__"], list(sys.path)
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance(config=config)
    session = Session()
    for module in (magic, checking):
        monkeypatch.setattr(module, "session", session)
    load_ipython_extension(shell)
    shell.session = session
    shell.run_cell("from autograder.notebook import check, hint, progress")
    yield shell
    InteractiveShell.clear_instance()
    sys.modules["__main__"] = main
    sys.path[:] = path
    sys.modules.pop("bounded_buffer", None)
    sys.modules.pop("counting_semaphore", None)
