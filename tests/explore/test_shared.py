"""Value, Array, SharedMemory and ShareableList behave as the real ones."""

import ctypes
import multiprocessing
import multiprocessing.shared_memory
import multiprocessing.sharedctypes
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from autograder.explore import explore
from autograder.explore.explorer import Explorer, judge_plain
from autograder.explore.program import Program
from autograder.machine import Machine
from autograder.standins.shared_memory import unlinked
from tests.explore import shared_life
from tests.explore.differential.outcomes import outcomes, real_outcomes
from tests.explore.differential.scripts import First, same

MODULES = {"multiprocessing": multiprocessing, "multiprocessing.sharedctypes": multiprocessing.sharedctypes, "ctypes": ctypes,
           "multiprocessing.shared_memory": multiprocessing.shared_memory, "threading": threading}
NUMBERS = ("0", "1", "-1", "127", "128", "-129", "255", "256", "65536", "2 ** 31 - 1", "2 ** 31", "-2 ** 31 - 1", "2 ** 32",
           "2 ** 63", "2 ** 64 + 5", "1.5", "1e39", "-0.1", "float('inf')", "True", "None", "'x'", "b'x'", "b'xy'", "'xy'", "[]",
           "")
CODES = "cubBhHiIlLqQfd"

VALUE = """sct = multiprocessing.sharedctypes
v = multiprocessing.Value('i', 5)
repr(v)
v.value += 1
v.value
v.value = 'x'
v.get_obj().value
repr(v.get_obj())
repr(v.get_lock())
with v: repr(v.get_lock())
v.acquire()
v.value += 1
v.release()
v.release()
v.get_lock().acquire(), v.value
v.get_lock().release()
v.foo = 1
v.foo
v.bar
v[0]
len(v)
raw = multiprocessing.RawValue('d', 2.5)
repr(raw)
raw.value *= 2
raw.value
raw.get_lock()
bool(raw), bool(multiprocessing.RawValue('i'))
multiprocessing.Value('i', 3, lock=False).value
multiprocessing.Value('i', lock=None).value
multiprocessing.Value('i', 3, lock=5)
multiprocessing.Value('i', 3, 4)
multiprocessing.Value('x', 3)
multiprocessing.Value(int, 3)
multiprocessing.Value([], 3)
multiprocessing.Value()
multiprocessing.Value(ctypes.c_bool, 7).value
multiprocessing.Value(ctypes.c_double, 7).value
multiprocessing.Value(ctypes.c_int64, 2 ** 63).value
multiprocessing.Value(ctypes.c_char, b'q').value
repr(multiprocessing.Value(ctypes.c_longlong))
lock = multiprocessing.Lock()
w = multiprocessing.Value('i', 1, lock=lock)
w.get_lock() is lock
w.value += 4
w.value
sct.synchronized(v)
sct.synchronized(raw).value
sct.synchronized(5)
x = sct.copy(v.get_obj()); x.value += 1; (x.value, v.value)
import pickle; pickle.dumps(v)
pickle.loads(pickle.dumps(ctypes.c_int(7))).value if False else 7
ctypes.c_int(5).value, repr(ctypes.c_int(5)), ctypes.sizeof(ctypes.c_double), ctypes.c_int.__name__, ctypes.c_uint8(300).value
type(v).__name__, type(raw).__name__""".splitlines()

ARRAY = """sct = multiprocessing.sharedctypes
a = multiprocessing.Array('i', 4)
repr(a)
a[:], len(a), list(a), sum(a)
a[0] = 7; a[-1] = 9
a[:]
a[1:3] = [3, 4]
a[1:3], a[::2], a[::-1], a[10:], a[-2:]
a[::2] = (1, 2)
a[:]
a[1:3] = [1]
a[0:2] = 5
a[4]
a[-5]
a[4] = 1
a['x']
a[0] = 'x'
a[0:2] = [1, 'x']
a[1.0]
a[:]
7 in a, 9 in a
a[0] += 1; a[0]
a[3] = 2 ** 40; a[3]
a.value
a.get_obj()[1]
repr(a.get_obj())
with a.get_lock(): a[1] = 5
a[1]
[x for x in a], max(a), sorted(a), tuple(a)
multiprocessing.Array('i', range(3))[:]
multiprocessing.Array('d', [1, 2.5])[:]
multiprocessing.Array('i', -1)
multiprocessing.Array('i', 0)[:]
multiprocessing.Array('i', 1.5)
multiprocessing.Array('i', (x for x in []))
multiprocessing.Array('i', ['x'])
multiprocessing.Array('i', 3, lock=5)
multiprocessing.Array('i', 3, False)
multiprocessing.Array('x', 3)
multiprocessing.Array(int, 3)
multiprocessing.Array(ctypes.c_int * 2, 2) if False else 0
r = multiprocessing.RawArray('h', [1, 2, 3])
repr(r)
r[:], r[1], len(r)
r[0:2] = [70000, -70000]; r[:]
r[0:2] = [1, 2, 3]
r[0:2] = 7
r[0:2] = [1, None]
r[3]
r.get_lock()
c = multiprocessing.Array('c', b'hello')
c.value, c.raw, c[0], c[1:3], c[:]
c.value = b'ab'
c.value, c.raw
c.value = b'too long a string'
c.value = 'x'
c.raw = b'12345'
c.raw = b'1'
c.raw, c.value
c.raw = b'123456'
c[0] = b'z'; c[0]
c[0] = 65; c[0]
c[0] = 'z'
c[0:2] = b'qr'; c.raw
repr(c)
u = multiprocessing.Array('u', 'hey')
u[:], u[0], u[1:]
u.value
u.get_obj().value
b = multiprocessing.RawArray('c', 4)
b.value = b'xyz'
b.value, b.raw, b[0:3], len(b)
sct.copy(r)[:]
sct.synchronized(r)[0]
sct.synchronized(a)
x = sct.Value(ctypes.c_short * 3); x[:]
(ctypes.c_int * 3)(1, 2, 3)[:]
(ctypes.c_int * 2)(1, 2, 3)
import pickle; pickle.dumps(a)
type(a).__name__, type(c).__name__, type(r).__name__""".splitlines()

MEMORY = """SharedMemory, ShareableList = multiprocessing.shared_memory.SharedMemory, multiprocessing.shared_memory.ShareableList
SharedMemory()
SharedMemory(create=True)
SharedMemory(create=True, size=-1)
SharedMemory('never_made_by_us')
m = SharedMemory('PREFIX_a', create=True, size=8)
repr(m)
m.name, m.size, len(m.buf)
SharedMemory('PREFIX_a', create=True, size=8)
n = SharedMemory('PREFIX_a')
n.size, bytes(n.buf)
m.buf[0] = 1; m.buf[-1] = 255
bytes(n.buf), n.buf[0], n.buf[-1]
m.buf[8]
m.buf[8] = 1
m.buf[0] = 256
m.buf[0] = 'x'
m.buf[0] = b'x'
m.buf['x']
m.buf[1:4] = b'abc'
bytes(n.buf[1:4]), n.buf[1:4].tobytes(), n.buf[1:4].tolist(), list(n.buf[:2])
m.buf[1:4] = b'ab'
m.buf[1:4] = 'abc'
m.buf[1:4] = [1, 2, 3]
m.buf[1:4] = bytearray(b'xyz')
m.buf[:] == bytes(n.buf), m.buf == n.buf, m.buf[1:4] == b'xyz', m.buf[1:4] == b'xy'
m.buf[0:8:2] = b'1234'; bytes(m.buf)
bytes(m.buf[::-1]), int.from_bytes(m.buf[:2], 'little'), m.buf[:4].hex()
m.buf.format, m.buf.itemsize, m.buf.nbytes, m.buf.shape, m.buf.readonly, m.buf.ndim
i = m.buf.cast('i'); i[1] = -5; (len(i), i[1], i.tolist(), bytes(m.buf))
i[0:1] = i[1:2]; i.tolist()
m.close()
i.release()
m.close()
m.buf
m.buf[0]
m.close()
n.buf[0] = 9
part = n.buf[2:4]
n.close()
del part
n.close()
m.unlink()
m.unlink()
SharedMemory('PREFIX_a')
v = SharedMemory('PREFIX_b', create=True, size=3); b = v.buf; v.close(); v.unlink()
b[0]
len(b)
b[0:1]
w = SharedMemory(create=True, size=2); w.name == SharedMemory(w.name).name, w.name.startswith('psm_')
w.buf[0:1].release()
hash(w.buf)
w.unlink(); w.buf[0] = 5; w.buf[0]
w.close()
import pickle; pickle.dumps(b)
l = ShareableList([1, 2.5, True, None, 'text', b'bytes', -7], name='PREFIX_l')
len(l), list(l), l[0], l[-1], l[4], l.format
l[0] = 5; l[1] = 'x'
l[0] = 3.5; l[0]
l[4] = 'longer text than there was'
l[4] = 'tex'
l[5] = b'12345678'
list(l)
l[7]
l[7] = 1
l['x']
l[0] = []
l.append(1)
l.count(None), l.index('tex'), l.index(True)
l.index('nothing')
repr(l)
k = ShareableList(name='PREFIX_l')
list(k) == list(l), len(k)
k[2] = False; l[2]
None in l, 77 in l
k.shm.close()
l.shm.close(); l.shm.unlink()
ShareableList(name='PREFIX_l')
e = ShareableList([]); list(e); e.shm.close(); e.shm.unlink()
ShareableList([[]])""".splitlines()


def in_values(code):
    lines = [f"v = multiprocessing.Value('{code}')", "v.value", "repr(v)"]
    for number in NUMBERS:
        lines += [f"v.value = {number or 'v'}", "v.value", f"multiprocessing.Value('{code}', {number}).value",
                  f"multiprocessing.Array('{code}', [{number}])[:]"]
    return lines


@pytest.mark.parametrize("code", CODES)
def test_each_type_converts_as_the_real_one(code):
    same(MODULES, in_values(code), spoken=in_values(code))


@pytest.mark.parametrize("script", [VALUE, ARRAY], ids=["Value", "Array"])
def test_each_call_gives_the_same(script):
    unspoken = (".get_lock", "bar", "foo", ".value", "v[0]", "len(v)", "multiprocessing.Value()",
                "multiprocessing.Array('i', 3, False)")
    same(MODULES, script, spoken=[line for line in script if not any(part in line for part in unspoken)])


def test_shared_memory_gives_the_same():
    prefix = f"course_test_{random.SystemRandom().randrange(10 ** 9)}"
    same(MODULES, [line.replace("PREFIX", prefix) for line in MEMORY], spoken=("m.buf[0]", "l.append(1)"))


def test_segments_that_are_left_are_named():
    def body():
        from autograder.standins.shared_memory import SharedMemory
        a, b = SharedMemory("a", create=True, size=1), SharedMemory(create=True, size=1)
        a.unlink()
        b.close()
    machine = Machine(First())
    machine.run(body)
    assert machine.failure is None and unlinked(machine) == ["psm_00000001"]


HEAD = """
import threading, multiprocessing as mp
from multiprocessing.shared_memory import SharedMemory
def run(*functions):
    threads = [threading.Thread(target=f) for f in functions]
    for t in threads: t.start()
    for t in threads: t.join()
"""
BETWEEN_THREADS = {name: HEAD + source for name, source in {
    "lost update": """
def main():
    v = mp.Value("i", 0)
    def f():
        v.value += 1
    run(f, f)
    return v.value
""",
    "kept update": """
def main():
    v = mp.Value("i", 0)
    def f():
        with v.get_lock(): v.value += 1
    run(f, f)
    return v.value
""",
    "reader under a lock": """
def main():
    v, out = mp.Value("i", 0), []
    def f():
        with v.get_lock():
            v.value = 1
            v.value = 2
    def g(): out.append((v.value, v.value))
    run(f, g)
    return out
""",
    "two elements": """
def main():
    a, out = mp.Array("i", 2), []
    def f():
        a[0] += 1
        a[1] += 1
    def g(): out.append(a[:])
    run(f, g)
    return out
""",
    "bytes": """
def main():
    m = SharedMemory(create=True, size=2)
    def f():
        m.buf[0] += 1
        m.buf[1] = m.buf[0]
    run(f, f)
    found = bytes(m.buf)
    m.close()
    m.unlink()
    return found
""",
}.items()}


@pytest.fixture(scope="module")
def really():
    return real_outcomes(BETWEEN_THREADS, 40)


@pytest.mark.parametrize("name", BETWEEN_THREADS)
def test_what_really_happens_between_threads_is_explored(name, really):
    found, runs = outcomes(BETWEEN_THREADS[name])
    assert really[name].keys() <= found
    print(f"\n{name}: {runs} schedules; never seen for real: {sorted(found - really[name].keys())}")


SOURCE = Path(shared_life.__file__)


@pytest.fixture(scope="module")
def between_processes():
    done = subprocess.run([sys.executable, "-W", "ignore", str(SOURCE)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


@pytest.mark.parametrize("name", [f.__name__ for f in shared_life.PROGRAMS])
def test_what_really_happens_between_processes_is_explored(name, between_processes):
    program = Program(SOURCE.read_text(encoding="utf-8"), str(SOURCE), "shared_life_")
    found = set()

    def body():
        found.add(repr(getattr(program.load(), name)()))
    finding = Explorer(body, judge_plain, program="", files=(str(SOURCE),)).explore()
    assert (finding.verdict, finding.message) == ("proved", "")
    assert between_processes[name] in found


def test_other_types_are_refused_by_name(tmp_path):
    path = tmp_path / "point.py"
    path.write_text("import ctypes\ndef main():\n    class P(ctypes.Structure): pass\n", encoding="utf-8")
    result = explore((path, "main"))
    assert "ctypes.Structure cannot be played" in result.message


def test_an_exercise_cannot_reach_the_real_types():
    # checks/rules.py refuses the other way, by an attribute
    for reach in ("getattr(ctypes.c_int(1), '__cell__')", "getattr(ctypes.c_int, '__real__')"):
        program = Program(f"import ctypes\ndef main(): {reach}\n", "reach.py", "reach")
        finding = Explorer(lambda: program.load().main(), judge_plain, program="", files=("reach.py",)).explore()
        assert finding.kind == "forbidden" and "is a back door" in finding.message, finding
