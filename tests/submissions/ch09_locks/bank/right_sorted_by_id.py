# right: a lock per account, always taken in the order of id(), each one once
from contextlib import ExitStack
from threading import Lock


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.lock = Lock()

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def withdraw(self, amount):
        with self.lock:
            if amount > self.balance:
                raise InsufficientFunds
            self.balance -= amount


def _locked(accounts):
    stack = ExitStack()
    unique = {id(account): account for account in accounts}
    for key in sorted(unique):
        stack.enter_context(unique[key].lock)
    return stack


def transfer(source, target, amount):
    with _locked([source, target]):
        if amount > source.balance:
            raise InsufficientFunds
        source.balance -= amount
        target.balance += amount


def total(accounts):
    accounts = list(accounts)
    with _locked(accounts):
        return sum(a.balance for a in accounts)
