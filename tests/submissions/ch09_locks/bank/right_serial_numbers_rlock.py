# right: serial numbers from itertools.count, RLocks taken as often as an account is named, withdraw and deposit reused
import itertools
import threading
from contextlib import contextmanager


class InsufficientFunds(ValueError):
    """The balance is too small."""


class Account:
    _numbers = itertools.count()

    def __init__(self, balance=0):
        self.number = next(self._numbers)
        self.balance = balance
        self.lock = threading.RLock()

    def deposit(self, amount):
        with self.lock:
            self.balance = self.balance + amount
            return self.balance

    def withdraw(self, amount):
        with self.lock:
            if self.balance < amount:
                raise InsufficientFunds(self.balance, amount)
            self.balance = self.balance - amount
            return self.balance


@contextmanager
def holding(accounts):
    taken = []
    try:
        for account in sorted(accounts, key=lambda account: account.number):
            account.lock.acquire()
            taken.append(account)
        yield
    finally:
        while taken:
            taken.pop().lock.release()


def transfer(source, target, amount):
    with holding((source, target)):
        source.withdraw(amount)
        target.deposit(amount)


def total(accounts):
    listed = tuple(accounts)
    with holding(listed):
        return sum(account.balance for account in listed)
