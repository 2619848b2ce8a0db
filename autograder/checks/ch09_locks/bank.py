"""Accounts, transfers between any two of them, and a sum over many at one moment.

Goal: a lock for each account, taken in one order by all who need several; the look at a balance and its change under the same
lock.  Bounds: up to four accounts; up to three calls at once.
"""

import threading

from autograder.checks.spec import Exercise, attempt, check, expect, expect_raises, gate, settle, spawn

EXERCISE = Exercise(
    title="A bank",
    provides=("InsufficientFunds: Exception", "Account(balance=0)", ".balance", ".deposit(amount)", ".withdraw(amount)",
              "transfer(source, target, amount)", "total(accounts)"),
    hints=(
        "Where to look: two threads that each hold one lock and want the other's wait for ever. Which locks does a transfer "
        "hold while it waits for another, and in which order does the opposite transfer take them?",
        "Which primitive: one `Lock` for each account. Whoever needs several takes them in one order that all agree on: by a "
        "serial number, or by `id()`. An account that is named twice is locked once.",
        "A sketch: transfer: distinct accounts, sorted; take all their locks; if the balance is too small raise; else move. "
        "total: make a list of the accounts; take the locks of the distinct ones, sorted; add up the list; let go. "
        "`contextlib.ExitStack` takes any number of locks.",
    ),
)

ORDER = "Draw who holds which lock and who waits for which. Do all calls that need two locks take them in the same order?"
ONE_GO = "The look at the balance and its change belong together: can another thread get in between?"
SOME = {"max_schedules": 300, "samples": 50}       # of three threads with two locks each
MORE = {"max_schedules": 1000, "samples": 50}      # where that suffices for most
MOMENT = "When total reads its second account, what may have happened to the first one since?"


class Slow(int):
    """An amount whose addition takes until the gate opens: a machine can be that slow."""

    def __radd__(self, other):
        gate("the addition").wait()
        return other + int(self)


def accounts(m, *balances):
    return [m.Account(balance) for balance in balances]


def told(listed):
    return ", ".join(str(a.balance) for a in listed)


def has(account, due, when):
    got = attempt("reading `balance`", lambda: account.balance)
    expect(isinstance(got, int) and got == due, f"`balance` is {got!r} {when}; it must be {due}")


def have(listed, due, when):
    got = attempt("reading `balance`", lambda: [a.balance for a in listed])
    expect(got == due, f"{when} the balances are {got}; they must be {due}")


def succeeds(m, function, *args):
    """Whether the call goes through; False when it raises InsufficientFunds."""
    try:
        function(*args)
    except m.InsufficientFunds:
        return False
    return True


def done(worker, when):
    """Its value; a Failure when it still waits though nobody has to wait for anything."""
    settle()
    expect(worker.done, f"{worker.name} waits for ever {when}", "deadlock")
    return worker.join()


@check(points=2, promise="`Account(balance=0)` with `balance`, `deposit(amount)`, `withdraw(amount)`; `withdraw` raises "
                         "`InsufficientFunds` and changes nothing when the balance is too small.")
def basics(explore):
    """One thread pays in, takes out, moves money and adds up; too large an amount is refused."""
    def one_account(m):
        account = attempt("Account()", m.Account)
        has(account, 0, "in a new Account()")
        attempt("deposit(7)", account.deposit, 7)
        has(account, 7, "after deposit(7) into an empty account")
        attempt("withdraw(3)", account.withdraw, 3)
        has(account, 4, "after withdraw(3) from 7")
        for amount in (5, 100):
            expect_raises(m.InsufficientFunds, account.withdraw, amount, what=f"withdraw({amount}) from a balance of 4")
            has(account, 4, f"after withdraw({amount}) from a balance of 4, which must change nothing")
        attempt("withdraw(4) from a balance of 4", account.withdraw, 4)
        has(account, 0, "after withdraw(4) from 4")
        expect_raises(m.InsufficientFunds, account.withdraw, 1, what="withdraw(1) from an empty account")
        attempt("deposit(2)", account.deposit, 2)
        has(account, 2, "after deposit(2) into an empty account")

    def made(m):
        one = attempt("Account(10)", m.Account, 10)
        other = attempt("Account(balance=20)", lambda: m.Account(balance=20))
        have([one, other], [10, 20], "after Account(10) and Account(balance=20)")
        one.deposit(1)
        other.withdraw(2)
        have([one, other], [11, 18], "after deposit(1) into 10 and withdraw(2) from 20")

    def moving(m):
        one, other = accounts(m, 10, 20)
        attempt("transfer(one, other, 4)", m.transfer, one, other, 4)
        have([one, other], [6, 24], "after transfer(one, other, 4) with 10 and 20")
        attempt("transfer(source=…, target=…, amount=…)", lambda: m.transfer(source=other, target=one, amount=24))
        have([one, other], [30, 0], "after transfer(other, one, 24) with 6 and 24")
        got = attempt("total([one, other])", m.total, [one, other])
        expect(got == 30, f"total of accounts with 30 and 0 returned {got!r}")

    for scenario in (one_account, made, moving):
        explore(scenario)


@check(points=2, look=ONE_GO, promise="`deposit` and `withdraw` lose nothing; `withdraw` raises `InsufficientFunds` and changes "
                                      "nothing when the balance is too small.")
def updates(explore):
    """Several threads pay in and take out at once: every call counts, and no balance is overdrawn."""
    def at_once(start, *changes, outcomes):
        """changes: one thread each.  outcomes: the possible (who goes through, final balance)."""
        def scenario(m):
            account = m.Account(start)
            workers = [spawn(succeeds, m, account.deposit if c > 0 else account.withdraw, abs(c), name=named(c)) for c in changes]
            went = tuple(worker.join() for worker in workers)
            got = attempt("reading `balance`", lambda: account.balance)
            calls = ", ".join(f"{named(c)} {'went through' if w else 'raised InsufficientFunds'}" for c, w in zip(changes, went))
            due = start + sum(c for c, w in zip(changes, went) if w)
            expect(got == due, f"with a balance of {start}, at once: {calls}; afterwards the balance is {got}, not {due}")
            expect(went in outcomes, f"with a balance of {start}, at once: {calls}; no order of the calls explains that")
        return scenario

    def seen(m):
        account = m.Account(3)
        worker = spawn(succeeds, m, account.withdraw, 5, name="withdraw(5)")
        got = attempt("reading `balance`", lambda: account.balance)
        expect(got == 3, f"while withdraw(5) from a balance of 3 was being refused, another thread read a balance of {got}: it "
               "must change nothing")
        expect(not worker.join(), "withdraw(5) from a balance of 3 went through")
        has(account, 3, "after withdraw(5) from a balance of 3 was refused")

    def afterwards(m):
        account = m.Account(1)
        refused = spawn(succeeds, m, account.withdraw, 2, name="withdraw(2)")
        expect(not refused.join(), "withdraw(2) from a balance of 1 went through")
        done(spawn(account.deposit, 5, name="deposit(5)", stays=True), "after a withdraw that was refused")
        expect(done(spawn(succeeds, m, account.withdraw, 6, name="withdraw(6)", stays=True), "after a deposit"),
               "withdraw(6) from a balance of 6 raised InsufficientFunds")

    def slowly(m):
        one, other = accounts(m, 5, 5)
        slow = spawn(one.deposit, Slow(2), name="a slow deposit")
        settle()
        workers = [spawn(one.deposit, 3, name="deposit(3)"), spawn(one.withdraw, 1, name="withdraw(1)")]
        settle()
        gate("the addition").open()
        for worker in (slow, *workers):
            worker.join()
        have([one, other], [9, 5], "after deposit(2), deposit(3) and withdraw(1) at once on the first of two accounts with 5")

    explore(slowly)
    explore(at_once(0, 1, 1, outcomes=[(True, True)]))
    explore(at_once(5, 2, 3, outcomes=[(True, True)]))
    explore(at_once(5, -2, -3, outcomes=[(True, True)]))
    explore(at_once(1, -1, -1, outcomes=[(True, False), (False, True)]))
    explore(at_once(5, -4, -3, outcomes=[(True, False), (False, True)]))
    explore(at_once(0, 4, -4, outcomes=[(True, True), (True, False)]))
    explore(at_once(2, 4, -2, outcomes=[(True, True)]))
    explore(at_once(1, 2, -1, -2, outcomes=[(True, True, True), (True, True, False)]))
    explore(seen)
    explore(afterwards)


def named(change):
    return f"deposit({change})" if change > 0 else f"withdraw({-change})"


@check(points=2, look=ORDER, promise="`transfer` raises `InsufficientFunds` and changes nothing when the balance is too small. "
                                     "Transfers in any pattern, also from an account to itself, never deadlock.")
def transfers(explore):
    """Transfers in any pattern: none waits for ever, no money appears or vanishes, and a refused one changes nothing."""
    def refused(m):
        one, other = accounts(m, 5, 5)
        for _ in range(2):
            expect_raises(m.InsufficientFunds, m.transfer, one, other, 6, what="transfer(one, other, 6) with a balance of 5")
            have([one, other], [5, 5], "after a transfer of 6 from 5 to 5, which must change nothing,")
            expect_raises(m.InsufficientFunds, m.transfer, one, one, 6, what="transfer(one, one, 6) with a balance of 5")
            have([one, other], [5, 5], "after a transfer of 6 from an account with 5 to itself, which must change nothing,")
        free(m, [one, other], "after transfers that were refused")
        attempt("transfer(one, other, 5) with a balance of 5", m.transfer, one, other, 5)
        have([one, other], [0, 10], "after transfer(one, other, 5) with 5 and 5")

    def itself(m):
        one = m.Account(5)
        for amount in (3, 5):
            done(spawn(m.transfer, one, one, amount, name=f"transfer(one, one, {amount})", stays=True), "")
            have([one], [5], f"after transfer(one, one, {amount}) with a balance of 5")
        free(m, [one], "after a transfer from an account to itself")

    def equal(m):
        one, other = accounts(m, 5, 5)
        m.transfer(one, other, 3)
        have([one, other], [2, 8], "after transfer(one, other, 3) between two accounts with 5")
        m.transfer(other, one, 3)
        have([one, other], [5, 5], "after transfer(other, one, 3) between accounts with 8 and 2")

    def free(m, listed, when):
        """Other threads can use the accounts, in any order."""
        for account in listed:
            done(spawn(account.deposit, 1, name="deposit(1)", stays=True), when)
            done(spawn(account.withdraw, 1, name="withdraw(1)", stays=True), when)
        for source in listed:
            for target in listed:
                done(spawn(m.transfer, source, target, 1, name="transfer", stays=True), when)

    def at_once(balances, *moves, also=(), make=accounts):
        """moves: (source, target, amount), one thread each.  also: (account, change), one thread each.

        Who goes through is judged by the possible orders of the calls."""
        calls = [*moves, *also]

        def scenario(m):
            listed = make(m, *balances)
            workers = [spawn(succeeds, m, m.transfer, listed[s], listed[t], amount, name=f"transfer({'abcd'[s]}, {'abcd'[t]}, "
                                                                                         f"{amount})")
                       for s, t, amount in moves]
            workers += [spawn(succeeds, m, listed[a].deposit if c > 0 else listed[a].withdraw, abs(c),
                              name=f"{'abcd'[a]}.{named(c)}")
                        for a, c in also]
            went = tuple(worker.join() for worker in workers)
            got = attempt("reading `balance`", lambda: [a.balance for a in listed])
            told = ", ".join(w.name + (" went through" if ok else " raised InsufficientFunds") for w, ok in zip(workers, went))
            expect((went, got) in possible, f"accounts with {', '.join(map(str, balances))}; at once: {told}; afterwards the "
                   f"balances are {got}. No order of the calls explains that")
        possible = orders(list(balances), calls)
        return scenario

    def seen(m):
        one, other = accounts(m, 3, 3)
        worker = spawn(succeeds, m, m.transfer, one, other, 5, name="transfer(one, other, 5)")
        got = attempt("reading `balance`", lambda: [one.balance, other.balance])
        expect(got == [3, 3], f"while a transfer of 5 from 3 to 3 was being refused, another thread read the balances {got}: it "
               "must change nothing")
        expect(not worker.join(), "a transfer of 5 from a balance of 3 went through")

    def slowly(m):
        one, other = accounts(m, 5, 5)
        slow = spawn(other.deposit, Slow(2), name="a slow deposit")
        settle()
        workers = [spawn(m.transfer, one, other, 1, name="transfer(one, other, 1)"),
                   spawn(m.transfer, other, one, 2, name="transfer(other, one, 2)")]
        settle()
        gate("the addition").open()
        for worker in (slow, *workers):
            worker.join()
        have([one, other], [6, 6], "after deposit(2) into other, transfer(one, other, 1) and transfer(other, one, 2), all with "
                                   "5,")

    def born_together(m, *balances):
        return [worker.join() for worker in [spawn(m.Account, b, name=f"Account({b})") for b in balances]]

    for scenario in (slowly, refused, itself, equal, seen):
        explore(scenario)
    explore(at_once((5, 5), (0, 1, 3), (1, 0, 2)))
    explore(at_once((5, 5), (0, 1, 5), (0, 1, 5)))
    explore(at_once((5, 0), (0, 1, 5), (1, 0, 5)))
    explore(at_once((5, 5), (0, 0, 3), (0, 1, 3)))
    explore(at_once((5, 5), (0, 1, 6), (1, 0, 6)))
    explore(at_once((5, 5, 5), (0, 1, 1), (0, 2, 2)))
    explore(at_once((5, 5, 5), (0, 2, 1), (1, 2, 2)))
    explore(at_once((5, 5), (0, 1, 3), also=[(0, -3)]))
    explore(at_once((5, 5), (0, 1, 3), also=[(1, 2), (0, -1)]), **MORE)
    explore(at_once((5, 5), (0, 1, 3), (1, 0, 2), make=born_together))
    explore(at_once((5, 5, 5), (0, 1, 1), (1, 2, 2), (2, 0, 3)), **SOME)
    explore(at_once((5, 5), (0, 1, 1), (1, 0, 2), also=[(0, 3)]), **MORE)


def orders(balances, calls):
    """All (who goes through, final balances) that some order of ``calls`` gives."""
    found = []

    def go(balances, went):
        if len(went) == len(calls):
            found.append((tuple(went[i] for i in range(len(calls))), balances))
        for number, call in enumerate(calls):
            if number not in went:
                source, target, amount = call if len(call) == 3 else (call[0], None, -call[1])
                after = list(balances)
                enough = balances[source] >= amount
                if enough:
                    after[source] -= amount
                    if target is not None:
                        after[target] += amount
                go(after, {**went, number: enough})
    go(balances, {})
    return found


@check(points=3, look=MOMENT, promise="`total` takes any iterable of accounts and is the sum at one moment (an account listed "
                                      "twice counts twice): no concurrent transfer between those accounts is ever seen half "
                                      "done, nor deadlocked with.")
def totals(explore):
    """total is the sum at one moment, whatever moves meanwhile, and never waits for ever."""
    def iterables(m):
        a, b, c = accounts(m, 1, 20, 300)
        for listed, due in (([], 0), ([a], 1), ([a, b, c], 321), ([b, b], 40), ([c, a, c, b, c, a], 922)):
            twice = due in (40, 922)
            kinds = {"a list": listed, "a tuple": tuple(listed), "an iterator": iter(listed), "a generator": (a for a in listed),
                     "the values of a dictionary": dict(enumerate(listed)).values()}
            for kind, given in kinds.items():
                got = done(spawn(m.total, given, name="total", stays=True), "when an account is listed twice" if twice else "")
                expect(isinstance(got, int) and got == due, f"total returned {got!r} for accounts with "
                       f"{told(listed) or 'nothing'}" + (" (the same one twice)" if twice else "") + f", given by {kind}; it "
                                                                                                     f"must be {due}")
        have([a, b, c], [1, 20, 300], "after total, which only looks,")
        for account in (a, b, c):
            done(spawn(account.deposit, 1, name="deposit(1)", stays=True), "after total")

    def during(balances, listed, *works, total=None):
        """works: what each other thread does, one call after the other: (source, target, amount) or (account, change)."""
        def scenario(m):
            named_ = accounts(m, *balances)
            workers = [spawn(work, m, named_, calls, name=f"thread {i + 1}") for i, calls in enumerate(works)]
            got = attempt("total", m.total, [named_[i] for i in listed])
            for worker in workers:
                worker.join()
            names = ", ".join("abcd"[i] for i in listed)
            doing = " | ".join(", ".join(spelt(c) for c in calls) for calls in works)
            expect(got in sums, f"accounts with {', '.join(map(str, balances))}; other threads do {doing}; meanwhile "
                   f"total([{names}]) returned {got}; the sum was never anything but {', '.join(map(str, sorted(sums)))}")
        sums = moments(list(balances), listed, works)
        return scenario

    def work(m, listed, calls):
        for call in calls:
            if len(call) == 3:
                succeeds(m, m.transfer, listed[call[0]], listed[call[1]], call[2])
            elif call[1] > 0:
                listed[call[0]].deposit(call[1])
            else:
                succeeds(m, listed[call[0]].withdraw, -call[1])

    def two_totals(m):
        a, b = accounts(m, 5, 5)
        other = spawn(m.total, iter((b, a)), name="total([b, a])")
        got = attempt("total([a, b])", m.total, [a, b])
        expect((got, other.join()) == (10, 10), f"accounts with 5 and 5: two totals at once returned {got} and {other.join()}")

    def slowly(m):
        a, b = accounts(m, 5, 5)
        slow = spawn(b.deposit, Slow(2), name="a slow deposit")
        settle()
        workers = [spawn(m.total, [a, b], name="total([a, b])"), spawn(m.transfer, a, b, 1, name="transfer(a, b, 1)")]
        settle()
        gate("the addition").open()
        got = workers[0].join()
        expect(got in (10, 12), f"accounts with 5 and 5, and deposit(2): meanwhile total([a, b]) returned {got}")
        workers[1].join()
        slow.join()
        have([a, b], [4, 8], "after deposit(2) into b and transfer(a, b, 1), with 5 and 5,")

    explore(iterables)
    explore(slowly)
    explore(during((5, 5), (0, 1), [(0, 1, 3)]))
    explore(during((5, 5), (1, 0), [(0, 1, 3)]))
    explore(during((5, 5), (0, 1), [(1, 0, 3)]))
    explore(during((5, 5), (0, 1, 0), [(1, 0, 3)]))
    explore(during((5, 5), (0,), [(0, 0, 3)]))
    explore(during((5, 5), (0, 1), [(0, 1, 6)]))
    explore(during((5, 5), (0, 0), [(0, 3)]))
    explore(during((0, 0), (0, 1), [(0, 5), (1, 3)]))
    explore(during((0, 0), (1, 0), [(0, 5), (1, 3)]))
    explore(during((5, 3), (0, 1), [(0, -5), (1, -3)]))
    explore(during((5, 5, 0), (0, 1), [(0, 2, 5), (2, 1, 5)]))
    explore(during((5, 5, 5), (0, 1, 2), [(0, 1, 1), (1, 2, 2)]))
    explore(during((5, 5, 5, 5), (0, 1, 2, 3), [(2, 3, 1)]))
    explore(two_totals)
    explore(during((5, 5), (1, 0), [(0, 1, 1)], [(1, 0, 2)]), **MORE)


def spelt(call):
    first = "abcd"[call[0]]
    return f"transfer({first}, {'abcd'[call[1]]}, {call[2]})" if len(call) == 3 else f"{first}.{named(call[1])}"


def moments(balances, listed, works):
    """The sums of the accounts ``listed`` at all moments of all orders of the calls."""
    found = set()

    def go(balances, places):
        found.add(sum(balances[i] for i in listed))
        for thread, calls in enumerate(works):
            if places[thread] < len(calls):
                call = calls[places[thread]]
                _, after = orders(balances, [call])[0]
                go(after, places[:thread] + (places[thread] + 1,) + places[thread + 1:])
    go(balances, (0,) * len(works))
    return found


@check(points=1, after=("basics", "updates", "transfers", "totals"), real=True,
       promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, three threads move money in a circle while another adds it all up."""
    listed = [module.Account(100) for _ in range(3)]
    sums, refused = [], []

    def move(number):
        for amount in range(1, 60):
            try:
                module.transfer(listed[number], listed[(number + 1) % 3], amount % 7 + 1)
            except module.InsufficientFunds:
                refused.append(1)
            listed[number].deposit(2)
            listed[number].withdraw(2)

    threads = [threading.Thread(target=move, args=(i,)) for i in range(3)]
    for thread in threads:
        thread.start()
    for _ in range(50):
        sums.append(module.total(iter(listed)))
    for thread in threads:
        thread.join()
    return {"lowest": min(sums), "highest": max(sums), "end": module.total(listed)}


@real_threads.judge
def _(data):
    expect(data["end"] == 300, f"three accounts with 100 each; after many transfers between them they hold {data['end']}")
    expect(300 <= data["lowest"] and data["highest"] <= 306, "while three threads moved 300 in a circle and paid 2 in and out "
           f"again, total went from {data['lowest']} to {data['highest']}")
