"""In one thread, each stand-in of ``threading`` gives what the real one gives: values, exceptions, messages, reprs."""

import random
import threading

import pytest

from autograder.machine import Machine
from autograder.standins.world import World
from tests.explore.differential.scripts import First, same
from tests.explore.differential.thread_scripts import POOLS, SCRIPTS

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_call(name):
    same({"threading": threading}, SCRIPTS[name])


@pytest.mark.parametrize("name", POOLS)
def test_random_calls(name):
    first, *calls = POOLS[name]
    for seed in range(30):
        same({"threading": threading}, [first, *random.Random(seed).choices(calls, k=25)])


def test_every_name_is_offered_or_refused_by_name():
    world, offered, refused = World(), set(), set()
    machine = Machine(First())

    def body():
        machine.world = world
        module = world.run_module("threading")
        for name in threading.__all__:
            if name in vars(module):
                offered.add(name)
            else:
                with pytest.raises(Exception, match=f"threading.{name} cannot be played on the simulated machine"):
                    getattr(module, name)
                refused.add(name)
    machine.run(body)
    assert machine.failure is None
    assert refused <= {"setprofile", "settrace", "setprofile_all_threads", "settrace_all_threads", "stack_size"}
    assert offered | refused == set(threading.__all__)
