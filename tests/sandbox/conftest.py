"""Fixtures of the sandbox's tests: one kind of sandbox after the other, and a runner of the payloads."""

import os
import re
from pathlib import Path

import psutil
import pytest

from autograder import sandbox
from autograder.sandbox import bubblewrap

PAYLOADS = {name: path for path in Path(__file__).parent.glob("payloads*.py")
            for name in re.findall(r"(?m)^def (\w+)\(job, progress\)", path.read_text(encoding="utf-8"))}
"""Name of a payload -> its file."""

KINDS = ("bubblewrap", "rlimits", "plain")


def able(kind):
    """Skip the test where that kind of sandbox does not work, and say why."""
    try:
        bubblewrap.choose(kind)
    except bubblewrap.Unavailable as why:
        pytest.skip(str(why))
    return kind


@pytest.fixture
def new_children():
    """A function: the processes below this one that were not there when the test began (a zombie is one)."""
    before = set(psutil.Process().children(recursive=True))
    return lambda: set(psutil.Process().children(recursive=True)) - before


@pytest.fixture(params=KINDS)
def any_kind(request):
    """Every kind of sandbox that works here."""
    return able(request.param)


@pytest.fixture(params=KINDS[:2])
def limited(request):
    """The kinds that limit more than time and output."""
    return able(request.param)


@pytest.fixture
def boxed():
    """bubblewrap, or a skip."""
    return able("bubblewrap")


@pytest.fixture
def start():
    """`start(kind, payload, limits, on_progress, **job)` -> Outcome."""

    def run(kind, payload, limits=sandbox.Limits(), on_progress=None, **job):
        return sandbox.run(job, limits, on_progress, entry=f"{PAYLOADS[payload]}:{payload}", sandbox=kind)

    return run


@pytest.fixture
def mark(tmp_path):
    """A word that no other process has on its command line."""
    return f"mark-{os.getpid()}-{tmp_path.name}"


@pytest.fixture
def processes_with():
    """`processes_with(word)`: the living processes that have `word` on their command line."""
    import psutil

    def find(word):
        found = []
        for process in psutil.process_iter():
            try:
                if word in process.cmdline():
                    found.append(process)
            except psutil.Error:
                pass
        return found

    return find
