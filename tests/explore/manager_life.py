"""Small deterministic programs on a manager: each function gives what it sees, the same for real and on the machine.

``tests/explore/test_managers.py`` runs them both ways.  Names ending in _ are helpers.
"""

import copy
import json
import multiprocessing
import pickle
import queue
import re
import sys
import threading
from multiprocessing import managers


def tell_(function, *args, **kwargs):
    """What a call gives, or the exception's type and text (of a RemoteError its last line)."""
    try:
        return plain_(function(*args, **kwargs))
    except BaseException as error:
        text = str(error)
        if isinstance(error, managers.RemoteError):
            text = text.strip().splitlines()[-2]
        return [type(error).__name__, re.sub(r"'7f[0-9a-f]+'", "IDENT", text)]


def plain_(value):
    if type(value) in (int, float, bool, type(None)):
        return value
    if type(value) is str:
        return re.sub(r"0x[0-9a-f]+", "0x", value)
    if type(value) in (list, tuple):
        return [type(value).__name__, *map(plain_, value)]
    if type(value) is dict:
        return {str(k): plain_(v) for k, v in value.items()}
    return re.sub(r"0x[0-9a-f]+", "0x", f"{type(value).__name__} {value!s}")


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.log = []

    def deposit(self, amount):
        self.balance += amount
        self.log.append(amount)
        return self.balance

    def history(self):
        return self.log

    def fail(self):
        raise ValueError("no")

    def lose(self):
        raise AttributeError("mine")

    def leave(self):
        sys.exit(3)

    def function(self):
        return lambda: 1

    def where(self):
        return multiprocessing.current_process().name

    def numbers(self):
        yield 1
        yield 2

    def _hidden(self):
        return 1


class AccountProxy(managers.NamespaceProxy):
    _exposed_ = ("__getattribute__", "__setattr__", "deposit")

    def deposit(self, amount):
        return self._callmethod("deposit", (amount,))


class Bank(managers.BaseManager):
    pass


VAULT = Account(100)


def vault_():
    return VAULT


def lists(manager):
    items = manager.list([1, 2, 3])
    given = [str(items), len(items), items[0], items[-1], items[0:2], 2 in items, items + [4], items * 2, 2 * items, list(items),
             sum(items), sorted(items, reverse=True), list(reversed(items)), items.count(1), items.index(3), bool(manager.list()),
             items == [1, 2, 3], [x * 2 for x in items]]
    items.append(9)
    items.extend([8, 7])
    items.insert(0, 5)
    items[1] = 6
    items[2:4] = [0]
    del items[0]
    items.remove(9)
    given += [items.pop(), items.pop(0), list(items), items.sort(), items.reverse(), list(items)]
    items += [1]
    items *= 2
    given += [type(items).__name__, list(items), items._getvalue(), items._callmethod("__len__")]
    for call in (lambda: items[99], lambda: items.clear(), lambda: items.copy(), lambda: [0] + items, lambda: items < [2],
                 lambda: items.pop(99),
                 lambda: items.remove(77), lambda: items._callmethod("clear"), lambda: items._callmethod("nope"),
                 lambda: items.append(),
                 lambda: items.append(lambda: 1), lambda: items.foo, lambda: items.index(55), lambda: json.dumps(items),
                 lambda: items["a"]):
        given.append(tell_(call))
    return given


def dicts(manager):
    d = manager.dict({"a": 1}, b=2)
    given = [str(d), len(d), d["a"], "a" in d, "z" in d, d.get("z"), d.get("z", 3), d.keys(), d.values(), d.items(), d.copy(),
             dict(d), {**d},
             list(d), [k for k in d], sorted(d), [f"{k}{v}" for k, v in d.items()], d.setdefault("c", 5), d.setdefault("c", 6),
             d.pop("c"),
             d.pop("c", 8), d.update({"e": 1}, f=2), d.popitem(), d == d, copy.deepcopy(d)]
    d["list"] = [1]
    d["list"].append(2)
    given.append(d["list"])
    inner = d["list"]
    inner.append(3)
    d["list"] = inner
    given.append(d["list"])
    del d["list"]
    given.append(d.copy())
    for call in (lambda: d["zz"], lambda: d.pop("zz"), lambda: d | {}, lambda: d.fromkeys, lambda: reversed(d), lambda: d[[]],
                 lambda: d.__setitem__("k", lambda: 1), lambda: manager.dict(1), lambda: next(iter(manager.dict())),
                 lambda: d.clear(),
                 lambda: d.popitem()):
        given.append(tell_(call))
    steps = iter(manager.dict(x=1, y=2))
    return given + [next(steps), list(steps), type(steps).__name__]


def dict_changes_while_iterated(manager):
    d = manager.dict(x=1, y=2)

    def body():
        for key in d:
            d[key + "!"] = 1
    return tell_(body), [d.__setitem__(k, 0) for k in d.keys()], dict(d)


def nested_proxies(manager):
    d = manager.dict()
    d["items"] = manager.list([1])
    d["items"].append(2)
    d["ns"] = manager.Namespace(n=0)
    d["ns"].n += 1
    rows = manager.list([manager.list([0, 0]) for _ in range(2)])
    rows[1][0] = 7
    return [str(d["items"]), list(d["items"]), d["ns"].n, [list(row) for row in rows], type(d["items"]).__name__,
            [type(v).__name__ for v in d.values()], plain_(str(rows))]


def namespaces(manager):
    ns = manager.Namespace(a=1, _h=2)
    ns.b = [1]
    ns.b.append(2)
    given = [str(ns), ns.a, ns.b, hasattr(ns, "c"), getattr(ns, "c", 5)]
    ns.a += 1
    del ns.b
    for call in (lambda: ns.zz, lambda: ns._h, lambda: delattr(ns, "b"), lambda: setattr(ns, "f", lambda: 1)):
        given.append(tell_(call))
    return given + [ns.a, str(ns), ns._callmethod("__getattribute__", ("_h",))]


def values(manager):
    v = manager.Value("i", 5)
    v.value += 1
    given = [v.value, v.get(), str(v), v.set(9), v.value]
    v.value = "text"
    a = manager.Array("i", [1, 2, 3])
    a[0] += 10
    a[-1] = 5
    given += [str(v), str(a), len(a), a[0], list(a), plain_(a[0:2]), sum(a)]
    for call in (lambda: a[9], lambda: a.__setitem__(0, "x"), lambda: manager.Array("i", 5), lambda: a.append(1), lambda: v.nope):
        given.append(tell_(call))
    return given


def queues(manager):
    q = manager.Queue(1)
    given = [type(q).__name__, q.empty(), q.full(), q.qsize(), tell_(q.get_nowait), q.put(1), q.full(), tell_(q.put_nowait, 2),
             tell_(q.put, 2, True, 0.01), q.get(), tell_(q.get, True, 0.01), tell_(q.get, True, -1), q.task_done(),
             tell_(q.task_done),
             q.join(), tell_(lambda: q.maxsize), tell_(lambda: q.queue), tell_(q.put, lambda: 1)]
    item = [1]
    q.put(item)
    item.append(2)
    given.append(q.get())
    j = manager.JoinableQueue()
    j.put(None)
    j.get()
    given += [j.task_done(), j.join(), type(j).__name__]
    try:
        q.get_nowait()
    except queue.Empty:
        given.append("empty")
    return given


def locks(manager):
    lock, r = manager.Lock(), manager.RLock()
    given = [tell_(lock.release), lock.acquire(), lock.acquire(False), lock.acquire(True, 0.01), tell_(lock.acquire, False, 1),
             tell_(lambda: lock.locked()), lock.release()]
    with lock as got:
        given.append(got)
    given += [tell_(r.release), r.acquire(), r.acquire(), r.release(), r.release(), tell_(r.release)]
    s, b = manager.Semaphore(2), manager.BoundedSemaphore(1)
    given += [s.acquire(), s.acquire(), s.acquire(False), s.release(), tell_(b.release), tell_(manager.Semaphore, -1)]
    return given


def foreign_release(manager):
    lock, r = manager.Lock(), manager.RLock()
    lock.acquire()
    r.acquire()
    told = []
    thread = threading.Thread(target=lambda: told.extend([lock.release(), tell_(r.release)]))
    thread.start()
    thread.join()
    return told, lock.acquire(False)


def conditions(manager):
    e, c, b = manager.Event(), manager.Condition(), manager.Barrier(2)
    given = [e.is_set(), e.wait(0.01), e.set(), e.wait(), e.is_set(), e.clear(), e.is_set(), tell_(lambda: e.isSet())]
    given += [tell_(c.notify), tell_(c.wait), tell_(c.notify_all), c.wait_for(lambda: 3)]
    with c:
        given += [c.wait(0.01), c.notify(), c.notify_all(), c.wait_for(lambda: 0, 0.01)]
    given += [b.parties, b.n_waiting, b.broken, tell_(b.wait, 0.01), b.broken, b.reset(), b.broken, tell_(b.abort), tell_(b.wait)]
    one = manager.Barrier(1)
    lock = manager.Lock()
    own = manager.Condition(lock)
    with own:
        given += [lock.acquire(False), own.notify()]
    return given + [one.wait(), lock.acquire(False), lock.release(), type(c).__name__]


def pickled(manager):
    items = manager.list([1])
    other = pickle.loads(pickle.dumps(items))
    other.append(2)
    auto = manager.Queue()
    again = pickle.loads(pickle.dumps(auto))
    again.put(5)
    return [list(items), type(other).__name__, auto.get(), type(again).__name__, tell_(pickle.dumps, manager),
            tell_(lambda: list(pickle.loads(pickle.dumps(manager.dict(a=1))))),
            re.sub("0x.*", "0x", repr(items)), re.sub("0x.*", "0x", repr(auto)), items._token.typeid,
            isinstance(items, managers.BaseProxy), isinstance(items, managers.ListProxy), hash(items) == hash(items)]


def states(manager):
    bank = Bank()
    given = [tell_(lambda: bank.shutdown), bank.address, tell_(bank._create, "Account"), tell_(bank.connect),
             tell_(lambda: bank.nope),
             tell_(bank.start, 5), tell_(managers.BaseManager, serializer="q"), tell_(managers.BaseManager, authkey="s")]
    with managers.SyncManager() as second:
        d = second.dict(a=1)
        given += [tell_(second.start), tell_(second.get_server), d["a"], type(second.address).__name__,
                  [p.name.rpartition("-")[0] for p in multiprocessing.active_children()]]
    given += [tell_(second.start), tell_(second.dict), tell_(second.shutdown), tell_(second.__enter__), tell_(lambda: d["a"]),
              tell_(lambda: d["a"]),
              plain_(str(d)), tell_(second.connect), tell_(lambda: second.nope)]
    thread = threading.Thread(target=lambda: given.append(tell_(lambda: d["a"])))
    thread.start()
    thread.join()
    return given + [len(multiprocessing.active_children()), tell_(manager.start), tell_(multiprocessing.Process(target=print,
                    args=(manager,)).start)]


def own_classes(manager):
    Bank.register("Account", Account)
    Bank.register("vault", vault_)
    Bank.register("Seen", Account, AccountProxy)
    Bank.register("Counted", Account, exposed=("deposit", "_hidden"), method_to_typeid={"numbers": "Iterator",
                  "history": "list_"})
    Bank.register("Iterator", proxytype=managers.IteratorProxy, create_method=False)
    Bank.register("list_", list, managers.ListProxy)
    with Bank() as bank:
        account, seen, counted = bank.Account(5), bank.Seen(), bank.Counted()
        given = [account.deposit(3), account.history(), tell_(account.fail), tell_(account.lose), tell_(account.function),
                 account.where().partition("-")[0], tell_(lambda: account._hidden), tell_(lambda: account.balance),
                 tell_(account.deposit),
                 plain_(type(account).__name__), tell_(bank.Account, 1, 2, 3), tell_(lambda: account._callmethod("nope"))]
        seen.balance = 7
        given += [seen.deposit(1), seen.balance, tell_(lambda: seen.nope), tell_(lambda: seen.fail())]
        given += [counted._hidden(), counted.deposit(4), list(counted.history()), list(counted.numbers()),
                  tell_(lambda: counted.fail)]
        first, second = bank.vault(), bank.vault()
        given += [first.deposit(1), second.deposit(1), VAULT.balance, first._id == second._id]
        given += [tell_(lambda: bank.dict), [*bank.list_([1])], tell_(account.leave), tell_(account.deposit, 1)]
    return given


def raise_():
    raise ValueError("not today")


def starts(manager):
    Bank.register("Lambda", lambda: 1)
    given = [tell_(Bank().start)[0]]
    first = managers.SyncManager(authkey=b"key")
    first.start()
    other = managers.SyncManager(address=first.address, authkey=b"other")
    given += [tell_(other.connect), tell_(managers.SyncManager(address=first.address, authkey=b"key").connect)]
    friend = managers.SyncManager(address=first.address, authkey=b"key")
    friend.connect()
    d = friend.dict(n=1)
    given += [d["n"], tell_(lambda: friend.shutdown), tell_(lambda: pickle.loads(pickle.dumps(d)))]
    first.shutdown()
    given += [tell_(lambda: d["n"]), tell_(friend.dict), tell_(managers.SyncManager().start, raise_)]
    return given


def work_(d, lock, items):
    with lock:
        d["n"] += 1
    items.append(multiprocessing.current_process().name)
    d["seen"] = tell_(lambda: list(d))


def in_processes(manager):
    d, lock, items = manager.dict(n=0), manager.Lock(), manager.list()
    for number in range(2):
        process = multiprocessing.Process(target=work_, args=(d, lock, items), name=f"w{number}")
        process.start()
        process.join()
    return [d.copy(), list(items)]


def together_(*functions):
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def lost_update(manager):
    d = manager.dict(n=0)

    def count():
        d["n"] += 1
    together_(count, count)
    return d["n"]


def check_then_act(manager):
    d = manager.dict()
    took = []

    def take(who):
        if "seat" not in d:
            d["seat"] = who
            took.append(who)
    together_(lambda: take("a"), lambda: take("b"))
    return [sorted(took), d["seat"]]


def append_and_look(manager):
    items = manager.list()
    seen = {}

    def put(who):
        items.append(who)
        seen[who] = items[-1] + str(len(items))
    together_(lambda: put("a"), lambda: put("b"))
    return [seen, list(items)]


def first_come(manager):
    q, lock = manager.Queue(), manager.Lock()
    got = []

    def put(who):
        q.put(who)
        if lock.acquire(False):
            got.append(who)
            lock.release()
    together_(lambda: put("a"), lambda: put("b"))
    return [q.get(), q.get(), sorted(got)]


PROGRAMS = (lists, dicts, dict_changes_while_iterated, nested_proxies, namespaces, values, queues, locks, foreign_release,
            conditions,
            pickled, states, own_classes, starts, in_processes)
RACES = (lost_update, check_then_act, append_and_look, first_come)      # what they give depends on the schedule


def run_(name):
    with multiprocessing.Manager() as manager:
        return next(program for program in PROGRAMS + RACES if program.__name__ == name)(manager)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    with multiprocessing.Manager() as shared:
        given = {program.__name__: program(shared) for program in PROGRAMS}
        sys.setswitchinterval(1e-6)
        given.update({program.__name__: [program(shared) for _ in range(40)] for program in RACES})
    print(json.dumps(given))
