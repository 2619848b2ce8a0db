# fails: transfers: the default argument gives every account the same plain lock, any transfer takes it twice
# kind: deadlock|hang
import threading
from contextlib import ExitStack


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0, lock=threading.Lock()):
        self.balance = balance
        self.lock = lock

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def withdraw(self, amount):
        with self.lock:
            if self.balance < amount:
                raise InsufficientFunds
            self.balance -= amount


def _hold(accounts):
    stack = ExitStack()
    for account in sorted(set(accounts), key=id):
        stack.enter_context(account.lock)
    return stack


def transfer(source, target, amount):
    with _hold([source, target]):
        if source.balance < amount:
            raise InsufficientFunds
        source.balance -= amount
        target.balance += amount


def total(accounts):
    accounts = list(accounts)
    with _hold(accounts):
        return sum(a.balance for a in accounts)
