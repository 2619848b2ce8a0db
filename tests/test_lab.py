"""`course lab` with the real JupyterLab: a server on the learner's copies, ended by its own shutdown call."""
import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOK = {"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "source": "1", "execution_count": 1, "outputs": [
    {"output_type": "display_data", "metadata": {}, "data": {"text/html": "<svg></svg>"}}]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


@pytest.fixture
def course(tmp_path):
    """A course of one empty notebook, with the real autograder/ and nbgrader_config.py."""
    course = tmp_path / "course"
    shutil.copytree(ROOT / "autograder", course / "autograder", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "nbgrader_config.py", course)
    for name in ("notebooks/start.ipynb", "solutions/ch10_x/y.ipynb"):
        path = course / name
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(NOTEBOOK))
    return course


class Server:
    """JupyterLab as `course lab WORDS` starts it; what it says up to its address is in `said`."""

    def __init__(self, course, *words):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{free.getsockname()[1]}"
        environment = {**os.environ, "PYTHONPATH": str(course), "JUPYTER_RUNTIME_DIR": str(course / "runtime"),
                       "JUPYTER_DATA_DIR": str(course / "data"), "JUPYTER_CONFIG_DIR": str(course / "config")}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "autograder", "lab", "--no-browser", "--port", self.address.rpartition(":")[2],
             "--ServerApp.ip=127.0.0.1", "--IdentityProvider.token=secret", "--allow-root", *words],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8", errors="replace")
        self.said = ""
        for line in self.process.stderr:
            self.said += line
            if f"{self.address}/lab" in line:
                break
        threading.Thread(target=self.listen, daemon=True).start()  # a full pipe would stop the server
        while True:  # it says its address before it listens there
            try:
                self.get("/api")
                return
            except urllib.error.URLError:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.process.wait(0.05)
                    raise AssertionError(self.said)

    def listen(self):
        for line in self.process.stderr:
            self.said += line

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def get(self, path, **options):
        request = urllib.request.Request(self.address + path, headers={"Authorization": "token secret"}, **options)
        with urllib.request.urlopen(request) as answer:
            return answer.read().decode()

    def stop(self):
        """Ask it to end; return its exit code."""
        self.get("/api/shutdown", method="POST", data=b"")
        return self.process.wait()


def test_learner(course):
    with Server(course) as server:
        assert "1 new file in work/." in server.said
        assert f"{server.address}/lab/tree/notebooks/start.ipynb" in server.said
        page = server.get("/lab/tree/notebooks/start.ipynb")
        assert '"@jupyterlab/apputils-extension:announcements"' in page.partition("disabledExtensions")[2][:200], \
            "no question about Jupyter news before the course even begins"
        assert "@jupyter/nbgrader" in page
        opened = json.loads(server.get("/api/contents/notebooks/start.ipynb"))
        assert opened["type"] == "notebook"
        assert opened["content"]["cells"][0]["metadata"]["trusted"] is True, "or its pictures would not be shown"
        with pytest.raises(urllib.error.HTTPError):
            server.get("/api/contents/solutions")
        assert server.stop() == 0
    assert "course directory root is not a subdirectory" not in server.said
    assert "Traceback" not in server.said


def test_teacher(course):
    with Server(course, "--teacher") as server:
        assert not (course / "work").exists()
        assert json.loads(server.get("/api/contents/solutions"))["type"] == "directory"
        assert "ch10_x" in server.get("/formgrader/api/assignments")
        assert server.stop() == 0
    assert "Traceback" not in server.said


def test_the_settings_of_a_learners_folder_are_the_courses(course):
    """nbgrader itself reads them: its time limit is the course's, its root the learner's folder."""
    from autograder import lab
    work = course / "work"
    work.mkdir()
    lab.ROOT, root = course, lab.ROOT
    try:
        settings = lab.write_settings(work)
        variables = lab.environment(settings)
    finally:
        lab.ROOT = root
    code = ("from nbgrader.apps import NbGrader\napp = NbGrader()\napp.load_config_file()\n"
            "print(app.config.CourseDirectory.root, app.config.Execute.timeout, app.config.CourseDirectory.source_directory)")
    done = subprocess.run([sys.executable, "-P", "-c", code], env=variables, cwd=work, capture_output=True, text=True)
    assert done.stdout.split() == [str(work), "120", "solutions"], done.stderr


def test_a_folder_that_cannot_be_written(course):
    (course / "work").write_text("a file where the folder should be")
    done = subprocess.run([sys.executable, "-P", "-m", "autograder", "lab"], env={**os.environ, "PYTHONPATH": str(course)},
                          capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("Your copies cannot be written to") and "Traceback" not in done.stderr
