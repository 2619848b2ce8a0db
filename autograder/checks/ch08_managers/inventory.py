"""An inventory that lives in a manager.

Goal: a proxy's call is atomic, two of them are not; what a proxy hands out is a copy, and a change of it stays unseen until it is
stored again.  Bounds: two processes, or three threads of one, with one call each.
"""

import multiprocessing

from autograder.checks.spec import Exercise, attempt, check, expect, imported, notes, settle, spawn

EXERCISE = Exercise(
    title="An inventory in a manager",
    provides=("reserve(stock, lock, item, quantity)", "restock(stock, lock, item, quantity)", "add_tag(catalog, lock, item, tag)"),
    hints=(
        "Where to look: each call of a proxy is one trip to the manager. What can another process do between your look at the "
        "stock and your change of it? And whose list does `catalog[item]` give you?",
        "Which primitive: the lock that you are given, held with `with` from the look to the change. A list from the catalog is a "
        "copy: what you append to it is seen by nobody until you store it again.",
        "A sketch: reserve: with the lock: read how many there are (0 if unknown); if too few, return False; store the rest, "
        "return True. add_tag: with the lock: read the list (empty if unknown); if the tag is not in it, append it and store the list.",
    ),
)

HELD = "Hold the lock from the look at the dict to its change, and let go of it on every way out."


def manager():
    """(a stock or catalog, a lock), made by a manager of the simulated program."""
    made = imported("multiprocessing").Manager()
    return made.dict(), made.Lock()


def noted(function, *args):
    """Call it in this process and note what it returns."""
    notes().got.append(function(*args))


def in_processes(*calls):
    """Make each call, (function, arguments …), in a process of its own; return what they returned, in no order."""
    notes().got = []
    Process = imported("multiprocessing").Process
    processes = [Process(target=noted, args=call, name=f"process {n}") for n, call in enumerate(calls, 1)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    expect(len(notes().got) == len(calls), "a call raises an exception in a process of its own", "exception")
    return notes().got


@check(points=3, promise="`reserve` takes `quantity` if that much is there and says whether it did; an unknown item counts as 0. `add_tag` "
                         "makes the tag visible, without duplicates, in the order of adding; items are mapped to plain lists.")
def basics(explore):
    """One process reserves, restocks and tags, and everything is stored."""
    def reserving(m):
        stock, lock = manager()
        stock["pen"] = 3

        def reserve(item, quantity, right, left):
            call = f"reserve(stock, lock, {item!r}, {quantity})"
            got = attempt(call, m.reserve, stock, lock, item, quantity)
            expect(got is right, f"{call} returned {got!r}, not {right}")
            now = stock.get(item, 0)
            expect(now == left, f"after {call} there are {now} of {item}, not {left}")

        reserve("pen", 4, False, 3)
        reserve("pen", 2, True, 1)
        reserve("pen", 2, False, 1)
        reserve("pen", 1, True, 0)
        reserve("pen", 1, False, 0)
        reserve("cup", 1, False, 0)
        stock, lock = manager()    # another stock
        stock["pen"] = 2
        reserve("pen", 2, True, 0)

    def restocking(m):
        stock, lock = manager()
        for item, quantity, right in (("cup", 2, 2), ("cup", 3, 5), ("pen", 1, 1)):
            attempt(f"restock(stock, lock, {item!r}, {quantity})", m.restock, stock, lock, item, quantity)
            now = stock.get(item, 0)
            expect(now == right, f"after restock(stock, lock, {item!r}, {quantity}) there are {now} of {item}, not {right}")
        got = attempt("reserve", m.reserve, stock, lock, "cup", 5)
        expect(got is True, f"five cups were stocked, and reserve(stock, lock, 'cup', 5) returned {got!r}")
        expect(stock.get("pen") == 1, "a call for one item changes another")

    def tagging(m):
        catalog, lock = manager()
        catalog["cup"] = ["old"]
        for item, tag, right in (("cup", "blue", ["old", "blue"]), ("pen", "red", ["red"]), ("cup", "old", ["old", "blue"]),
                                 ("jug", "big", ["big"]), ("pen", "blue", ["red", "blue"]), ("pen", "red", ["red", "blue"]),
                                 ("cup", "lu", ["old", "blue", "lu"]), ("cup", "Blue", ["old", "blue", "lu", "Blue"])):
            attempt(f"add_tag(catalog, lock, {item!r}, {tag!r})", m.add_tag, catalog, lock, item, tag)
            now = catalog.get(item)
            expect(type(now) is list, f"add_tag stores {type(now).__name__}; the catalog maps items to plain lists", look=HELD)
            expect(now == right, f"after add_tag(catalog, lock, {item!r}, {tag!r}) the tags of {item} are {now}, not {right}",
                   look="The list that a proxy gives you is a copy.")
        alive = imported("multiprocessing").active_children()    # the manager's server, which the examiner has started
        expect(len(alive) == 1, f"add_tag has started {len(alive) - 1} processes that have not ended: the dict and the lock that it is "
               "given are all it needs", "leak", look="Which processes does a Manager() of your own start?")

    for scenario in (reserving, restocking, tagging):
        explore.once(scenario)


@check(points=3, look=HELD, promise="Stock is never negative and never lost, called from many processes at once.")
def reserving(explore):
    """Processes that reserve and restock at the same time never take too much, and lose nothing."""
    def two_want_the_last(m):
        stock, lock = manager()
        stock["pen"] = 1
        got = in_processes((m.reserve, stock, lock, "pen", 1), (m.reserve, stock, lock, "pen", 1))
        expect(sorted(got) == [False, True], f"one pen, two processes reserve one: they got {got}")
        expect(stock.get("pen", 0) == 0, f"one pen was there and was reserved: {stock.get('pen', 0)} are left")
        m.restock(stock, lock, "pen", 2)
        expect(stock.get("pen", 0) == 2, f"then two came: {stock.get('pen', 0)} are there")

    def another_in_between(m):
        stock, lock = manager()
        stock["pen"] = 5
        got = [m.reserve(stock, lock, "pen", 1), *in_processes((m.reserve, stock, lock, "pen", 3)), m.reserve(stock, lock, "pen", 2)]
        expect(got == [True, True, False], f"five pens: one process reserves 1, another 3, the first 2 again: they got {got}")
        in_processes((m.restock, stock, lock, "pen", 2))
        got = m.reserve(stock, lock, "pen", 3), stock.get("pen", 0)
        expect(got == (True, 0), f"one pen was left, another process brought two, and reserving three gave {got[0]}: {got[1]} are left")

    def enough_for_both(m):
        stock, lock = manager()
        stock["pen"] = 3
        got = in_processes((m.reserve, stock, lock, "pen", 1), (m.reserve, stock, lock, "pen", 1))
        expect(got == [True, True], f"three pens, two processes reserve one each: they got {got}")
        expect(stock.get("pen", 0) == 1, f"three pens were there, two were reserved: {stock.get('pen', 0)} are left")

    def give_and_take(m):
        stock, lock = manager()
        stock["pen"] = 1
        in_processes((m.restock, stock, lock, "pen", 2), (m.reserve, stock, lock, "pen", 1))
        expect(stock.get("pen", 0) == 2, f"one pen was there, two came, one was reserved: {stock.get('pen', 0)} are left, not 2")

    def two_bring(m):
        stock, lock = manager()
        in_processes((m.restock, stock, lock, "pen", 1), (m.restock, stock, lock, "pen", 2))
        expect(stock.get("pen", 0) == 3, f"one pen and two pens came: {stock.get('pen', 0)} are there, not 3")

    def two_items(m):
        stock, lock = manager()
        stock["cup"] = 1
        got = in_processes((m.restock, stock, lock, "pen", 1), (m.reserve, stock, lock, "cup", 1))
        expect(True in got, f"one cup was there, and the process that reserves one gets {[each for each in got if each is not None]}")
        left = stock.get("pen", 0), stock.get("cup", 0)
        expect(left == (1, 0), f"a pen came and the only cup was reserved: there are {left[0]} pens and {left[1]} cups, not 1 and 0")

    def seen_by_others(m):
        stock, lock = manager()
        stock["pen"] = 1
        worker = spawn(m.reserve, stock, lock, "pen", 2, name="reserve 2 of 1")
        seen = stock.get("pen", 0)
        expect(seen >= 0, f"another process sees {seen} pens in stock: fewer than none")
        worker.join()

    def while_another_holds_the_lock(m):
        stock, lock = manager()
        stock["pen"] = 1
        lock.acquire()
        workers = [spawn(m.reserve, stock, lock, "pen", 1, name="reserve"), spawn(m.restock, stock, lock, "pen", 1, name="restock")]
        settle()
        lock.release()
        for worker in workers:
            worker.join()
        left = stock.get("pen", 0)
        expect(workers[0].join() is True and left == 1, f"a pen came and one was reserved: {left} are left, not 1")

    for scenario in (two_want_the_last, another_in_between, enough_for_both, give_and_take, two_bring, two_items,
                     seen_by_others, while_another_holds_the_lock):
        explore(scenario, max_schedules=1_500, samples=200)


@check(points=3, look="From the look at the list to the storing of the new one, what keeps another process out?",
       promise="`add_tag` makes the tag visible to every process, without duplicates and without losing another process's tag, in the "
               "order of adding.")
def tagging(explore):
    """Processes that tag at the same time lose no tag and add none twice."""
    def different(m):
        catalog, lock = manager()
        in_processes((m.add_tag, catalog, lock, "cup", "blue"), (m.add_tag, catalog, lock, "cup", "red"))
        tags = catalog["cup"]
        expect(sorted(tags) == ["blue", "red"], f"two processes added 'blue' and 'red': the tags are {tags}")

    def the_same(m):
        catalog, lock = manager()
        catalog["cup"] = ["old"]
        in_processes((m.add_tag, catalog, lock, "cup", "blue"), (m.add_tag, catalog, lock, "cup", "blue"))
        tags = catalog["cup"]
        expect(tags == ["old", "blue"], f"the tag was ['old'] and two processes added 'blue': the tags are {tags}")
        m.add_tag(catalog, lock, "cup", "red")
        in_processes((m.add_tag, catalog, lock, "cup", "big"))
        m.add_tag(catalog, lock, "cup", "green")
        tags = catalog["cup"]
        expect(tags == ["old", "blue", "red", "big", "green"], f"then 'red', 'big' and 'green' were added by turns: the tags are {tags}")

    def two_items(m):
        catalog, lock = manager()
        in_processes((m.add_tag, catalog, lock, "cup", "blue"), (m.add_tag, catalog, lock, "pen", "red"))
        expect(catalog["cup"] == ["blue"] and catalog["pen"] == ["red"], f"the catalog is {catalog.copy()}")

    def while_another_holds_the_lock(m):
        catalog, lock = manager()
        lock.acquire()
        worker = spawn(m.add_tag, catalog, lock, "cup", "blue", name="add_tag")
        settle()
        lock.release()
        worker.join()
        m.add_tag(catalog, lock, "cup", "red")
        expect(catalog["cup"] == ["blue", "red"], f"'blue' and then 'red' were added: the tags are {catalog['cup']}")

    for scenario in (different, the_same, two_items, while_another_holds_the_lock):
        explore(scenario, max_schedules=1_500, samples=200)


@check(points=1, after=("reserving", "tagging"), real="processes", promise="It works under every start method.")
def real_processes(module):
    """Real processes reserve, restock and tag through a real manager."""
    with multiprocessing.Manager() as made:
        stock, catalog, lock = made.dict(pen=10), made.dict(), made.Lock()
        given = module.reserve, module.restock, module.add_tag, stock, catalog, lock
        processes = [multiprocessing.Process(target=busy, args=(*given, n)) for n in range(3)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        return {"exits": [process.exitcode for process in processes], "stock": stock.copy(), "catalog": catalog.copy()}


def busy(reserve, restock, add_tag, stock, catalog, lock, n):
    for _ in range(10):
        reserve(stock, lock, "pen", 1)
        restock(stock, lock, "cup", 1)
    add_tag(catalog, lock, "cup", "all")
    add_tag(catalog, lock, "cup", str(n))


@real_processes.judge
def _(data):
    expect(data["exits"] == [0, 0, 0], f"the processes that call the functions end with the exit codes {data['exits']}", "exception")
    left = data["stock"].get("pen", 0), data["stock"].get("cup", 0)
    expect(left == (0, 30), f"ten pens were reserved and thirty cups came: the stock is {data['stock']}")
    tags = data["catalog"].get("cup", [])
    expect(sorted(tags) == ["0", "1", "2", "all"], f"three processes added 'all' and their number: the tags are {tags}")
