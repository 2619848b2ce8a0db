"""With many threads: whatever really happens is explored, and what is explored is what CPython's own code can do.

Run with ``-s -v`` to see the outcomes that were explored and never seen for real.
"""

import re

import pytest

from tests.explore.differential.cpython import with_real_classes
from tests.explore.differential.outcomes import outcomes, real_outcomes
from tests.explore.differential.thread_programs import BODIES, PROGRAMS

RUNS = 30           # real ones of each program
EXPLORED = {}


def explored(name, fair=False):
    if (name, fair) not in EXPLORED:
        EXPLORED[name, fair] = outcomes(PROGRAMS[name], fair=fair)[0]
    return EXPLORED[name, fair]


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


# Those that use only what CPython writes in Python; on both clocks where there is a time limit.
COMPARED = [(name, fair) for name, body in BODIES.items() if "threading." not in body
            for fair in (False, True) if not fair or re.search(r"\bT\b", body)]


@pytest.mark.parametrize("name, fair", COMPARED)
def test_cpythons_own_code_can_do_the_same(name, fair):
    assert outcomes(with_real_classes(PROGRAMS[name]), fair=fair)[0] == explored(name, fair)
