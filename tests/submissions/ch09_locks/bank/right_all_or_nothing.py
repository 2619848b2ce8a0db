# right: a condition; a thread waits until none of its accounts is busy, then marks them all at once; notify_all
import threading
from contextlib import contextmanager

_changed = threading.Condition()
_busy = set()


class InsufficientFunds(Exception):
    pass


@contextmanager
def _alone_with(*accounts):
    names = {id(account) for account in accounts}
    with _changed:
        _changed.wait_for(lambda: not names & _busy)
        _busy.update(names)
    try:
        yield
    finally:
        with _changed:
            _busy.difference_update(names)
            _changed.notify_all()


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def deposit(self, amount):
        with _alone_with(self):
            self.balance += amount

    def withdraw(self, amount):
        with _alone_with(self):
            if self.balance < amount:
                raise InsufficientFunds("too little")
            self.balance -= amount


def transfer(source, target, amount):
    with _alone_with(source, target):
        if source.balance < amount:
            raise InsufficientFunds("too little")
        source.balance -= amount
        target.balance += amount


def total(accounts):
    accounts = [*accounts]
    with _alone_with(*accounts):
        return sum(account.balance for account in accounts)
