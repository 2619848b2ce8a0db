"""Small programs on memory that processes share; each gives what it sees.

``tests/explore/test_shared.py`` runs them for real and on the machine.  Names ending in _ are helpers.
"""

import ctypes
import multiprocessing as mp
import sys
from multiprocessing.shared_memory import ShareableList, SharedMemory


def in_children_(*jobs):
    children = [mp.Process(target=job[0], args=job[1:]) for job in jobs]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [child.exitcode for child in children]


def add_(value, times):
    for _ in range(times):
        with value.get_lock():
            value.value += 1


def fill_(array, raw):
    array[1:] = [5, 6]
    raw[0] = 300
    raw.value = 7 if hasattr(raw, "value") else None


def write_(name):
    memory = SharedMemory(name)
    memory.buf[:3] = b"abc"
    memory.close()


def change_(items):
    items[0] += 1
    items[1] = "new"
    items.shm.close()


def hold_(lock, event, condition):
    with lock, condition:
        event.set()
        condition.notify_all()


def meet_(barrier, results):
    with results.get_lock():
        results[0] += 1
    results[1 + barrier.wait()] = 1


def hand_on_(value):
    assert value.get_obj().value == 3 and repr(value.get_lock()) == "<RLock(None, 0)>"
    in_children_((add_, value, 1))


def value():
    v = mp.Value("i", 3)
    return in_children_((add_, v, 1), (add_, v, 1)), v.value


def arrays():
    a, raw = mp.Array("i", 3), mp.RawArray("B", 2)
    return in_children_((fill_, a, raw)), a[:], raw[:]


def memory():
    m = SharedMemory(create=True, size=4)
    try:
        return in_children_((write_, m.name)), bytes(m.buf)
    finally:
        m.close()
        m.unlink()


def shareable_list():
    items = ShareableList([1, "old", None])
    try:
        return in_children_((change_, items)), list(items)
    finally:
        items.shm.close()
        items.shm.unlink()


def all_locks():
    lock, event, condition = mp.Lock(), mp.Event(), mp.Condition()
    return in_children_((hold_, lock, event, condition)), event.is_set(), repr(lock), repr(condition)


def barrier():
    results = mp.Array("i", 3)
    return in_children_(*[(meet_, mp.Barrier(1), results)] * 1), results[:]


def barrier_of_two():
    results, both = mp.Array("i", 3), mp.Barrier(2)
    return in_children_((meet_, both, results), (meet_, both, results)), results[:]


def unpicklable_action():
    b = mp.Barrier(2, lambda: None)
    try:
        in_children_((meet_, b, mp.Array("i", 3)))
    except Exception as error:
        return type(error).__name__
    return None


def handed_on():
    v = mp.Value("i", 3)
    return in_children_((hand_on_, v)), v.value


def copy_(number, numbers):
    number.value += 1
    sys.exit(number.value + sum(numbers))


def copied():
    number, numbers = ctypes.c_short(4), [1, 2]
    return in_children_((copy_, number, numbers)), number.value


PROGRAMS = [value, arrays, memory, shareable_list, all_locks, barrier, barrier_of_two, unpicklable_action, handed_on, copied]

if __name__ == "__main__":
    mp.set_start_method("spawn")
    for program in PROGRAMS:
        print(program.__name__, repr(program()))
