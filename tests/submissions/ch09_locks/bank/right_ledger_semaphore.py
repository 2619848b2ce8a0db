# right: the balances live in one ledger outside the accounts, guarded by a semaphore of one
from threading import BoundedSemaphore
from weakref import WeakKeyDictionary


class InsufficientFunds(Exception):
    def __init__(self, balance, amount):
        super().__init__(f"balance {balance}, wanted {amount}")


class Ledger:
    def __init__(self):
        self.turn = BoundedSemaphore(1)
        self.lines = WeakKeyDictionary()

    def post(self, *changes):
        with self.turn:
            for account, change in changes:
                if change < 0 and self.lines[account] + change < 0:
                    raise InsufficientFunds(self.lines[account], -change)
            for account, change in changes:
                self.lines[account] = self.lines[account] + change

    def read(self, accounts):
        with self.turn:
            return [self.lines[account] for account in accounts]


LEDGER = Ledger()


class Account:
    def __init__(self, balance=0):
        with LEDGER.turn:
            LEDGER.lines[self] = balance

    balance = property(lambda self: LEDGER.read([self])[0])

    def deposit(self, amount):
        LEDGER.post((self, amount))

    def withdraw(self, amount):
        LEDGER.post((self, -amount))


def transfer(source, target, amount):
    LEDGER.post((source, -amount), (target, amount))


def total(accounts):
    return sum(LEDGER.read(list(accounts)))
