# fails: totals: total([b, a]) holds b and wants a while a transfer holds a (it sorts) and wants b
# kind: deadlock
import itertools
import threading
from contextlib import ExitStack


class InsufficientFunds(Exception):
    pass


class Account:
    numbers = itertools.count()

    def __init__(self, balance=0):
        self.number = next(Account.numbers)
        self.balance = balance
        self.lock = threading.RLock()

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def withdraw(self, amount):
        with self.lock:
            if self.balance < amount:
                raise InsufficientFunds
            self.balance -= amount


def transfer(source, target, amount):
    first, second = sorted([source, target], key=lambda account: account.number)
    with first.lock, second.lock:
        source.withdraw(amount)
        target.deposit(amount)


def total(accounts):
    result = 0
    with ExitStack() as stack:
        for account in accounts:
            stack.enter_context(account.lock)
            result += account.balance
    return result
