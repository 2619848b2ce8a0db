# right: an outer lock is held while several locks are taken, in any order
import threading

_tie = threading.Lock()


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self._lock = threading.Lock()

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
    with _tie:
        source._lock.acquire()
        target._lock.acquire()
    try:
        if source.balance < amount:
            raise InsufficientFunds(amount)
        source.balance -= amount
        target.balance += amount
    finally:
        source._lock.release()
        target._lock.release()


def total(accounts):
    accounts = list(accounts)
    locked = []
    try:
        with _tie:
            for account in set(accounts):
                account._lock.acquire()
                locked.append(account)
        return sum(account.balance for account in accounts)
    finally:
        for account in reversed(locked):
            account._lock.release()
