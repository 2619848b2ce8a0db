# fails: transfers: two accounts are made at once and get the same number: opposite transfers take their locks in either
#  order
# kind: deadlock
import itertools
import threading

_n = 0


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self._lock = threading.Lock()
        global _n
        self._number = _n
        _n += 1

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
    locked = []
    try:
        for account in sorted(set(accounts), key=lambda a: a._number):
            account._lock.acquire()
            locked.append(account)
        return sum(account.balance for account in accounts)
    finally:
        for account in reversed(locked):
            account._lock.release()
