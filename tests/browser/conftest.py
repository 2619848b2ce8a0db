"""What a person does with the course, done by a headless Chromium: a copy of the course, JupyterLab on it, pages of it.

Every module opens one server, as the README says, and one browser.  A test fails if its page wrote an error to the
browser's console that `JUPYTERS_OWN` does not know, or asked another machine for something.  COURSE_SCREENSHOTS names a
folder for pictures of every station.
"""
import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.lab import Lab
from tests.browser.server import PATIENCE, Server

ROOT = Path(__file__).resolve().parents[2]
NOT_COPIED = ("work", "grading", "build", "dist", "tests", "benchmarks")
WINDOW = {"width": 1280, "height": 1000}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]

# Errors on the console that are JupyterLab's or Chromium's own: a pattern, and why it is no business of ours.
JUPYTERS_OWN = [
    (r"Failed to load resource: net::ERR_FAILED \(https://cdnjs\.cloudflare\.com/ajax/libs/", "see ELSEWHERE"),
    (r"MathJax is not defined \(", "nbgrader's formgrader goes on without it; the course has no formulas there"),
]
ELSEWHERE = "https://cdnjs.cloudflare.com/ajax/libs/"  # where nbgrader's pages look for MathJax, require.js and jQuery


def copy_of_course(target):
    """Copy what belongs to the course, and nothing that its owner made with it."""
    usual = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info")

    def left_out(folder, names):
        return usual(folder, names) | set(NOT_COPIED if Path(folder) == ROOT else ())

    shutil.copytree(ROOT, target, ignore=left_out)


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(item.path).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A copy of the course, without anybody's work/ and grading/."""
    copy = tmp_path_factory.mktemp("copy") / "course"
    copy_of_course(copy)
    return copy


@pytest.fixture(scope="module")
def variables(course):
    """The environment of a person with this Python active, and with a Jupyter that nobody has used yet."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("JUPYTER", "IPYTHON", "COURSE_", "PYTEST_"))}
    own = course.parent / "jupyter"
    paths = [path for path in kept.get("PYTHONPATH", "").split(os.pathsep) if path and Path(path).resolve() != ROOT]
    return {**kept, "PYTHONPATH": os.pathsep.join(paths), "IPYTHONDIR": str(own / "ipython"),
            **{f"JUPYTER_{name.upper()}_DIR": str(own / name) for name in ("config", "data", "runtime")}}


@pytest.fixture(scope="module")
def run_course(course, variables):
    """`run_course("grade", …)` runs `python course.py grade …` in the copy, and returns its exit code and its words."""
    def run(*words):
        done = subprocess.run([sys.executable, "course.py", *words], cwd=course, env=variables, timeout=300, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace")
        return done.returncode, done.stdout + done.stderr
    return run


@pytest.fixture(scope="module")
def serve(course, variables):
    """`serve(*words)` opens the lab once for this module."""
    with contextlib.ExitStack() as stack:
        def start(*words):
            server = Server(course, variables, *words)
            stack.callback(server.stop)
            return server
        yield start


@pytest.fixture(scope="module")
def browser():
    """The Chromium on PATH; nothing is ever downloaded."""
    from autograder.doctor import BROWSERS
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip(f"no Chromium on PATH (looked for {', '.join(BROWSERS)}); on Debian: apt install chromium")
    from playwright.sync_api import expect, sync_playwright
    expect.set_options(timeout=1000 * PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    """A page whose errors fail the test, and which can reach nothing but this machine."""
    context = browser.new_context(viewport=WINDOW)
    context.set_default_timeout(1000 * PATIENCE)
    errors, elsewhere = [], set()

    def only_here(route):
        elsewhere.add(route.request.url)
        route.abort()

    def heard(message):
        if message.type == "error":
            errors.append(f"{message.text} ({message.location.get('url', '')})")

    context.route(re.compile(r"^(?!http://(localhost|127\.0\.0\.1):)https?:"), only_here)
    context.on("console", heard)
    context.on("weberror", lambda error: errors.append(f"{error.error} ({error.page.url if error.page else ''})"))
    page = context.new_page()
    yield page
    context.close()
    strange = [error for error in errors if not any(re.search(pattern, error) for pattern, _ in JUPYTERS_OWN)]
    assert not strange, "on the browser's console: " + "; ".join(strange)
    strange = sorted(url for url in elsewhere if not url.startswith(ELSEWHERE))
    assert not strange, f"asked another machine for {strange}"


@pytest.fixture
def picture(page, request):
    """`picture("name")` takes a screenshot of the window as it is; `picture("name", part)` that part of it, whole."""
    folder = Path(os.environ.get("COURSE_SCREENSHOTS") or request.getfixturevalue("tmp_path"))
    folder.mkdir(parents=True, exist_ok=True)

    def take(name, part=None):
        if part is not None:  # JupyterLab draws only what is in sight: the window is made high enough for all of it
            page.set_viewport_size({**WINDOW, "height": 2400})
            part.evaluate(SETTLED)
        (part or page).screenshot(path=folder / f"{name}.png", animations="disabled")
        page.set_viewport_size(WINDOW)
    return take


# Scrolls an element to the top, and waits until in five frames in a row it has not moved, nor changed its size.
SETTLED = """async element => {
    for (let calm = 0, before = ""; calm < 5; ) {
        element.scrollIntoView({block: "start", behavior: "instant"});
        await new Promise(requestAnimationFrame);
        const {top, height} = element.getBoundingClientRect(), now = `${top} ${height}`;
        calm = now === before ? calm + 1 : 0;
        before = now;
    }
}"""


@pytest.fixture
def lab(page, server):
    """JupyterLab in the page, on the module's own `server`."""
    return Lab(page, server)


class Buffer:
    """A submission of bounded_buffer, and what `course check` says of it: the browser must say the same."""

    def __init__(self, name, run_course):
        path = ROOT / "tests" / "submissions" / "ch10_semaphores" / "bounded_buffer" / f"{name}.py"
        self.cell = f"%%exercise ch10_semaphores/bounded_buffer\n{path.read_text('utf-8')}".rstrip()
        code, said = run_course("check", "bounded_buffer", str(path), "--json")
        assert code in (0, 1), said
        report = json.loads(said)
        failed = [check for check in report["checks"] if check["outcome"] == "failed"]
        self.score = f"{report['score']:g}"
        self.first = failed[0]["name"] if failed else "basics"  # the check to look at
        self.message = failed[0]["message"].replace("`", "") if failed else ""


@pytest.fixture(scope="module")
def right(run_course):
    return Buffer("right_textbook", run_course)


@pytest.fixture(scope="module")
def wrong(run_course):
    """Takes the mutex before it waits for the semaphore: a deadlock."""
    return Buffer("wrong_mutex_before_semaphore", run_course)
