"""Pickles in the closed world of an exercise: values pass, ways out do not."""

import pytest

from autograder.explore.explorer import Explorer, judge_plain
from autograder.explore.program import Program

GOOD = ["[1, 'two', {3: (4, 5.0)}, {6}, frozenset({7}), b'8', None, True, bytearray(b'9')]", "ValueError('x', 1)", "Point(1, 2)",
        "Colour.RED", "collections.deque([1, 2], 5)", "collections.Counter('abca')", "datetime.date(2024, 2, 29)", "decimal.Decimal('1.5')",
        "fractions.Fraction(1, 3)", "functools.partial(pow, 2)", "array.array('i', [1, 2])", "queue.Empty('q')", "Point", "work", "abs",
        "range(3)", "slice(1, 2)", "complex(1, 2)", "Outer.Inner()", "collections.OrderedDict(a=1)", "collections.defaultdict(list, a=[1])",
        "concurrent.futures.CancelledError()", "threading.BrokenBarrierError()", "KeyError"]
BAD = [b"cos\nsystem\n(S'true'\ntR.", b"cautograder.standins.operating_system\nreal\n.", b"ccollections\n_sys\n.",
       b"\x80\x04\x8c$autograder.standins.operating_system\x94\x8c\x0breal.system\x94\x93.", b"cbuiltins\neval\n(S'1'\ntR.",
       b"csubprocess\nrun\n.", b"cautograder.machine.core\nmachine\n.",
       b"cbuiltins\ngetattr\n(cprogram_\nwork\nS'__globals__'\ntR."]

SOURCE = """
import array, collections, concurrent.futures, dataclasses, datetime, decimal, enum, fractions, functools, pickle, queue, threading

@dataclasses.dataclass
class Point:
    x: int
    y: int

class Colour(enum.Enum):
    RED = 1

class Outer:
    class Inner:
        def __eq__(self, other): return type(self) is type(other)

def work(): pass

def good():
    value = VALUE
    copy = pickle.loads(pickle.dumps(value))
    if isinstance(value, (BaseException, functools.partial)):
        assert repr(copy) == repr(value)
    else:
        assert copy == value and type(copy) is type(value)

def bad():
    pickle.loads(DATA)
"""


def outcome(function, **texts):
    source = SOURCE
    for name, text in texts.items():
        source = source.replace(name, text)
    program = Program(source, "program_.py", "program_")
    return Explorer(lambda: getattr(program.load(), function)(), judge_plain, program="", files=("program_.py",)).explore()


@pytest.mark.parametrize("value", GOOD)
def test_values_come_back(value):
    finding = outcome("good", VALUE=value)
    assert (finding.verdict, finding.message) == ("proved", "")


@pytest.mark.parametrize("data", BAD)
def test_no_way_out(data):
    finding = outcome("bad", DATA=repr(data))
    assert (finding.verdict, finding.kind) == ("failed", "forbidden"), finding.message
