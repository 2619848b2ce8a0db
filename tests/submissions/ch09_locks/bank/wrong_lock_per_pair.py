# fails: transfers: transfer(a, b) and transfer(a, c) use two different locks, both read a, one withdrawal from a is lost
# kind: race|wrong_result
import threading
from collections import defaultdict

_pairs = defaultdict(threading.RLock)
_guard = threading.Lock()


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def deposit(self, amount):
        with _guard:
            self.balance += amount

    def withdraw(self, amount):
        with _guard:
            if self.balance < amount:
                raise InsufficientFunds
            self.balance -= amount


def transfer(source, target, amount):
    with _guard:
        lock = _pairs[frozenset((id(source), id(target)))]
    with lock:
        if source.balance < amount:
            raise InsufficientFunds
        source.balance -= amount
        target.balance += amount


def total(accounts):
    with _guard:
        return sum(a.balance for a in accounts)
