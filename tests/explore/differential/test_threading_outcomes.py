"""With many threads: whatever really happens is explored, and what is explored is what CPython's own code can do.

Run with ``-s -v`` to see the outcomes that were explored and never seen for real.
"""

import pytest

from tests.explore.differential.cpython import with_real_classes
from tests.explore.differential.outcomes import outcomes, real_outcomes
from tests.explore.differential.thread_programs import PROGRAMS

RUNS = 40           # real ones of each program
EXPLORED = {}


def explored(name):
    if name not in EXPLORED:
        EXPLORED[name] = outcomes(PROGRAMS[name])[0]
    return EXPLORED[name]


@pytest.fixture(scope="module")
def really():
    return real_outcomes(PROGRAMS, RUNS)


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_really_happens_is_explored(name, really):
    found = explored(name)
    assert "deadlock" not in found
    assert really[name].keys() <= found
    unseen = sorted(found - really[name].keys())
    print(f"\n{name}: {len(found)} explored, {len(unseen)} never seen for real", *unseen[:12], sep="\n    ")


@pytest.mark.parametrize("name", PROGRAMS)
def test_cpythons_own_code_can_do_the_same(name):
    if "threading." in PROGRAMS[name].partition("def body")[2]:
        pytest.skip("it uses what CPython does not write in Python")
    assert outcomes(with_real_classes(PROGRAMS[name]))[0] == explored(name)
