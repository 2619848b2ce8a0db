"""Processes on the machine behave as real ones under spawn."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.explore.explorer import Explorer, judge_plain
from autograder.explore.program import Program
from tests.explore import process_life

SOURCE = Path(process_life.__file__)


@pytest.fixture(scope="module")
def real():
    """What the programs give when real processes run them, by name."""
    done = subprocess.run([sys.executable, str(SOURCE)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def simulated(name):
    """(what the program gives in each schedule, the Finding)."""
    program = Program(SOURCE.read_text(encoding="utf-8"), str(SOURCE), "process_life_")
    given = []

    def body():
        given.append(json.loads(json.dumps(getattr(program.load(), name)())))
    finding = Explorer(body, judge_plain, program="", files=(str(SOURCE),)).explore()
    return given, finding


@pytest.mark.parametrize("name", [f.__name__ for f in process_life.PROGRAMS])
def test_as_for_real(name, real):
    given, finding = simulated(name)
    assert (finding.verdict, finding.message) == ("proved", "")
    assert all(g == real[name] for g in given), given[0]


def test_every_submodule_has_its_place():
    from autograder.standins import multiprocessing, world
    assert set(multiprocessing.SUBMODULES) == set(world.PROCESS_MODULES)
