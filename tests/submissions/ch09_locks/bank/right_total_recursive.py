# right: total takes the locks by recursion
import itertools
import threading

_numbers = itertools.count()


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self._lock = threading.Lock()
        self._number = next(_numbers)

    def deposit(self, amount):
        with self._lock:
            self.balance += amount

    def withdraw(self, amount):
        with self._lock:
            if self.balance < amount:
                raise InsufficientFunds(amount)
            self.balance -= amount


def transfer(source, target, amount):
    if source is target:
        with source._lock:
            if source.balance < amount:
                raise InsufficientFunds(amount)
        return
    first, second = sorted((source, target), key=lambda a: a._number)
    with first._lock, second._lock:
        if source.balance < amount:
            raise InsufficientFunds(amount)
        source.balance -= amount
        target.balance += amount


def total(accounts):
    accounts = list(accounts)
    return _sum(sorted(set(accounts), key=lambda a: a._number), accounts)


def _sum(left, accounts):
    if not left:
        return sum(a.balance for a in accounts)
    with left[0]._lock:
        return _sum(left[1:], accounts)
