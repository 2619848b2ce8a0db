"""Rewritten code does what the plain code does, and every access that others can see is an operation."""

import pytest

from autograder.explore.explorer import Explorer, judge_plain
from autograder.explore.program import Program

# Each snippet runs as plain Python and on the machine; ``out`` must be the same.
SNIPPETS = {
    "attributes": "class A: pass\na = A(); a.x = 1; a.x += 2; a.y = a.x; del a.x\nout = (a.y, hasattr(a, 'x'))",
    "private names": "class A:\n    def __init__(self): self.__n = 1\n    def up(self): self.__n += 1; return self.__n\nout = A().up()",
    "slots": "class A:\n    __slots__ = ('x',)\n    def set(self): self.x = 5\na = A(); a.set()\nout = a.x",
    "properties": "class A:\n    @property\n    def x(self): return self._x\n    @x.setter\n    def x(self, v): self._x = v * 2\na = A(); a.x = 4\nout = a.x",
    "class attributes": "class A:\n    n = 1\n    def up(self): A.n += 1; self.n += 10; return A.n, self.n\nout = A().up()",
    "subscripts": "d = {}; d['a'] = [1, 2, 3]; d['a'][1] += 5; del d['a'][0]; d['a'][:] = d['a'][::-1]\nout = d",
    "unpacking": "class A: pass\na = A(); l = [0, 0]\na.x, (l[0], *a.rest), b = 1, (2, 3, 4), 5\nout = a.x, l, a.rest, b",
    "chained": "class A: pass\na = A(); l = [0]\na.x = l[0] = y = 7\nout = a.x, l, y",
    "loops": "class A: pass\na = A(); l = []\nfor a.x in range(3): l.append(a.x)\nwhile l:\n    if l.pop() == 1: break\nelse: l = None\nout = l",
    "with": "import contextlib\nclass A: pass\na = A()\nwith contextlib.nullcontext(3) as a.x: pass\nout = a.x",
    "comprehensions": "l = [1, 2, 3]\nout = [x for x in l if x], {x: y for x, y in zip(l, l)}, sum(x for x in l)",
    "globals": "n = 0\ndef f():\n    global n\n    n += 2\n    return n\nout = f() + f()",
    "nonlocals": "def f():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n        return n\n    return g() + g() + n\nout = f()",
    "late binding": "fs = []\ndef f():\n    for i in range(3): fs.append(lambda: i)\nf()\nout = [g() for g in fs]",
    "shadowing": "len = lambda x: 42\nout = len([1])",
    "starred": "l = [1, 2]\ndef f(*a, **k): return a, k\nout = f(*l, 3, **{'x': 1}), [*l, *l]",
    "walrus": "l = [3]\nout = (n := l[0]) + n",
    "super": "class A:\n    def f(self): return 1\nclass B(A):\n    def f(self): return super().f() + 1\nout = B().f()",
    "bound methods": "l = []\npush = l.append\npush(1)\nlist(map(push, [2, 3]))\nout = l",
    "container subclass": "class S(list):\n    def append(self, x): super().append(x * 2)\ns = S(); s.append(2); s += [1]\nout = s, s[0], len(s)",
    "dict views": "d = {'a': 1}\nout = [k for k in d], list(d.items()), 'a' in d, d == {'a': 1}, d.get('b', 3)",
    "generators": "def g():\n    yield from [1, 2]\n    x = yield 3\nout = list(g())",
    "next": "import itertools\nc = itertools.count(5)\nout = next(c), next(c), next(iter([]), 'end')",
    "dataclass": "from dataclasses import dataclass, field\n@dataclass\nclass P:\n    x: int = 0\n    l: list = field(default_factory=list)\np = P(2); p.x += 1; p.l.append(p.x)\nout = (p.x, p.l, P(3) == P(3))",
    "enum and named tuple": "import enum, typing\nclass E(enum.Enum):\n    A = 1\nclass N(typing.NamedTuple):\n    x: int\nout = E.A.value, N(1).x",
    "match": "def f(x):\n    match x:\n        case [a, *rest] if rest: return a, rest\n        case {'k': v}: return v\n        case _: return None\nout = f([1, 2]), f({'k': 3}), f(4)",
    "try": "out = []\ntry:\n    {}['x']\nexcept KeyError as e: out.append(e.args)\nelse: out.append(1)\nfinally: out.append(2)",
    "augmented containers": "l = [1]; m = l; l += [2]; l *= 2\ns = {1}; s |= {2}\nout = m, sorted(s)",
    "heap": "import heapq\nh = []\nheapq.heappush(h, 2); heapq.heappush(h, 1)\nout = heapq.heappop(h), h",
    "default dict": "from collections import defaultdict, Counter\nd = defaultdict(list); d['x'].append(1); c = Counter('aab'); c['a'] += 1\nout = dict(d), dict(c)",
    "lambda defaults": "x = 3\nf = lambda a, b=x: a + b\nout = f(1)",
    "decorators": "import functools\ndef twice(f):\n    @functools.wraps(f)\n    def g(*a): return f(*a) * 2\n    return g\n@twice\ndef h(x): 'doc'; return x\nout = h(2), h.__doc__",
    "conditional expression": "l = []\nout = 1 if l else 2, not l, l or 3, l and 4",
    "slices": "l = list(range(6)); l[1:3] = [9]; del l[::2]\nout = l, l[-1], l[1:], (1, 2)[0], 'abc'[1:]",
    "f-strings": "l = [1]; x = 3.14159\nout = f'{l!r:>6}|{x:.2f}|{l[0]}'",
    "future annotations": "from __future__ import annotations\nclass A:\n    x: Missing = 1\n    def f(self, y: Nope = 2) -> Never: z: What = y; return z\nout = A.x, A().f()",
}


def on_the_machine(source):
    program = Program(source, "snippet.py", "snippet", trusted=True)
    seen = []

    def body():
        seen.append(program.load().out)
    finding = Explorer(body, judge_plain, program="", files=("snippet.py",)).explore()
    assert finding.verdict == "proved", finding.message
    return seen[-1]


@pytest.mark.parametrize("name", SNIPPETS)
def test_rewritten_code_does_the_same(name):
    space = {"__name__": "plain"}
    exec(compile(SNIPPETS[name], "plain.py", "exec"), space)
    assert on_the_machine(SNIPPETS[name]) == space["out"]


# Each body is run by two threads on a shared object; the explorer must find that they can get in each other's way.
RACES = {
    "attribute": ("box.n = 0", "box.n += 1", "box.n == 2"),
    "slot": ("slot.n = 0", "slot.n += 1", "slot.n == 2"),
    "class attribute": ("", "Box.total += 1", "Box.total == 2"),
    "default from the class": ("", "box.total += 1", "box.total == 2"),
    "list item": ("l = [0]", "l[0] += 1", "l[0] == 2"),
    "dict item": ("d = {'x': 0}", "d['x'] += 1", "d['x'] == 2"),
    "check then act": ("d = {}; l = []", "'k' in d or (l.append(1), d.setdefault('k', 1))", "len(l) == 1"),
    "truth of a list": ("l = []", "l or l.append(1)", "len(l) == 1"),
    "length": ("l = []", "len(l) == 0 and l.append(1)", "len(l) == 1"),
    "comparison": ("l = []", "l == [] and l.append(1)", "len(l) == 1"),
    "bound method": ("l = []; push = l.append", "l or push(1)", "len(l) == 1"),
    "list subclass": ("l = Stack()", "l or l.append(1)", "len(l) == 1"),
    "rebuilt list": ("box.l = []", "box.l = box.l + [1]", "len(box.l) == 2"),
    "setattr": ("box.n = 0", "setattr(box, 'n', box.n + 1)", "box.n == 2"),
    "heap": ("import heapq; h = []", "len(h) == 0 and heapq.heappush(h, 1)", "len(h) == 1"),
    "set": ("s = set(); l = []", "1 in s or (s.add(1), l.append(1))", "len(l) == 1"),
    "f-string": ("l = []; n = []", "f'{l}' == '[]' and (l.append(1), n.append(1))", "len(n) == 1"),
    "starred": ("box.l = []", "box.l = [*box.l, 1]", "len(box.l) == 2"),
}
FRAME = """
import threading
class Box: total = 0
class Slot:
    __slots__ = ("n",)
class Stack(list): pass
def main():
    Box.total = 0
    box, slot = Box(), Slot()
    {setup}
    def work():
        {work}
    threads = [threading.Thread(target=work) for _ in range(2)]
    for t in threads: t.start()
    for t in threads: t.join()
    assert {promise}
"""


@pytest.mark.parametrize("name", RACES)
@pytest.mark.parametrize("locked", [False, True], ids=["racy", "safe"])
def test_every_shared_access_is_an_operation(name, locked):
    setup, work, promise = RACES[name]
    if locked:
        setup, work = (setup + "; " if setup else "") + "lock = threading.Lock()", f"with lock: {work}"
    program = Program(FRAME.format(setup=setup or "pass", work=work, promise=promise), "race.py", "race", trusted=True)
    finding = Explorer(lambda: program.load().main(), judge_plain, program="", files=("race.py",)).explore()
    assert finding.verdict == ("proved" if locked else "failed"), finding.message
