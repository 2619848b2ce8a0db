# fails: totals: total([]) raises TypeError, reduce has no first value
# kind: exception
import functools
import operator
import threading

_lock = threading.RLock()


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def deposit(self, amount):
        with _lock:
            self.balance += amount

    def withdraw(self, amount):
        with _lock:
            if self.balance < amount:
                raise InsufficientFunds
            self.balance -= amount


def transfer(source, target, amount):
    with _lock:
        source.withdraw(amount)
        target.deposit(amount)


def total(accounts):
    with _lock:
        return functools.reduce(operator.add, [account.balance for account in accounts])
