"""Managers on the machine behave as real ones, and what is explored of them is all there is."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.explore import explore
from autograder.explore.dpor import DPOR
from autograder.explore.explorer import Explorer, judge_plain
from autograder.explore.program import Program
from tests.explore import manager_life, test_dpor_sound, tiny_managers
from tests.explore.test_dpor_sound import EveryChoice, traces
from tests.explore.tiny import HEAD

SOURCE = Path(manager_life.__file__)


@pytest.fixture(scope="module")
def real():
    """What the programs give with a real manager, by name."""
    done = subprocess.run([sys.executable, str(SOURCE)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def simulated(name, fair):
    """(what the program gives in each schedule, the Finding)."""
    program = Program(SOURCE.read_text(encoding="utf-8"), str(SOURCE), "manager_life_", trusted=True)
    given = []

    def body():
        given.append(json.loads(json.dumps(program.load().run_(name))))
    return given, Explorer(body, judge_plain, program="", files=(str(SOURCE),), fair=fair).explore()


@pytest.mark.parametrize("name", [f.__name__ for f in manager_life.PROGRAMS])
def test_as_for_real(name, real):
    given, finding = simulated(name, fair=True)
    assert (finding.verdict, finding.message) == ("proved", "")
    assert all(g == real[name] for g in given), given[0]


@pytest.mark.parametrize("name", [f.__name__ for f in manager_life.RACES])
def test_what_happens_for_real_is_explored(name, real):
    given, finding = simulated(name, fair=False)
    assert finding.verdict == "proved"
    assert all(outcome in given for outcome in real[name]), (real[name], given)
    assert len(set(map(str, given))) > 1


def observed(machine):
    """What the tasks of a run have seen, and how its processes ended."""
    told = {}
    for task, text in machine.output:
        if "Traceback" not in text:
            told[machine.tasks[task].name] = told.get(machine.tasks[task].name, "") + text
    ending = repr(machine.failure and machine.failure[1])
    return tuple(sorted(told.items())), tuple(space.exitcode for space in machine.spaces), ending


@pytest.mark.parametrize("name", tiny_managers.PROGRAMS)
def test_same_observations_as_every_choice(name, monkeypatch):
    """Beyond ``test_dpor_sound``: a dependency that nobody knows of would make two traces one, with different outcomes."""
    monkeypatch.setattr(test_dpor_sound, "canonical", observed)
    program = Program(HEAD + tiny_managers.PROGRAMS[name], f"{name}.py", "tiny")
    assert traces(program, DPOR, False)[0].keys() == traces(program, EveryChoice, False)[0].keys()


def explored(tmp_path, body):
    path = tmp_path / "program.py"
    path.write_text("import multiprocessing, sys\n"
                    "from multiprocessing import Manager, Process, active_children, managers\n" + body)
    return explore((path, "main"))


def test_a_manager_that_is_never_shut_down_is_no_deadlock(tmp_path):
    result = explored(tmp_path, """
def work(d): d["x"] = 1
def owner(): work(Manager().dict()); sys.exit(len(active_children()))
def main():
    manager = Manager()
    d = manager.dict()
    worker, other = Process(target=work, args=(d,)), Process(target=owner)
    worker.start(); other.start()
    worker.join(); other.join()
    assert d["x"] == 1 and (worker.exitcode, other.exitcode) == (0, 0)
""")
    assert result.verdict == "proved", result


def test_a_deadlock_through_proxies_names_the_holder(tmp_path):
    result = explored(tmp_path, """
def work(first, second):
    with first:
        with second: pass
def main():
    manager = Manager()
    a = manager.Lock()
    b = manager.Lock()
    one, two = Process(target=work, args=(a, b), name="one"), Process(target=work, args=(b, a), name="two")
    one.start(); two.start()
    one.join(); two.join()
""")
    assert (result.verdict, result.kind) == ("failed", "deadlock")
    assert "one waits for b, held by two" in result.message and "two waits for a, held by one" in result.message


def test_objects_of_own_classes_live_in_the_server(tmp_path):
    result = explored(tmp_path, """
COUNT = 0
class Counter:
    def up(self):
        global COUNT
        COUNT += 1
        return COUNT, multiprocessing.current_process().name
class Bank(managers.BaseManager): pass
Bank.register("Counter", Counter)
def work(counter): counter.up()
def main():
    with Bank() as bank:
        counter = bank.Counter()
        worker = Process(target=work, args=(counter,))
        worker.start()
        worker.join()
        assert counter.up() == (2, "Bank-1") and COUNT == 0
        assert active_children() and bank._process.is_alive()
    assert not active_children()
""")
    assert result.verdict == "proved", result


def test_the_server_makes_one_object_at_a_time(tmp_path):
    result = explored(tmp_path, """
THE = []
class Counter:
    def up(self): return len(THE)
def get():
    if not THE: THE.append(Counter())
    return THE[0]
class Bank(managers.BaseManager): pass
Bank.register("get", get)
def work(address):
    bank = Bank(address=address)
    bank.connect()
    assert bank.get().up() == 1
def main():
    with Bank() as bank:
        workers = [Process(target=work, args=(bank.address,)) for _ in range(2)]
        for worker in workers: worker.start()
        for worker in workers: worker.join()
        assert [worker.exitcode for worker in workers] == [0, 0]
""")
    assert result.verdict == "proved", result


def test_what_cannot_be_played_is_refused_by_name(tmp_path):
    result = explored(tmp_path, "def main():\n    Manager().Pool(2)\n")
    assert (result.kind, "Manager().Pool" in result.message) == ("forbidden", True), result
    result = explored(tmp_path, "def main():\n    managers.SharedMemoryManager()\n")
    assert (result.kind, "SharedMemoryManager" in result.message) == ("forbidden", True), result
