# fails: transfers: a and b both 5: sorted is stable, so transfer(a, b) takes a first and transfer(b, a) takes b first
# kind: deadlock
import threading
from contextlib import ExitStack


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
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


def _hold(accounts):
    stack = ExitStack()
    for account in sorted(accounts, key=lambda account: account.balance):
        stack.enter_context(account.lock)
    return stack


def transfer(source, target, amount):
    with _hold([source, target]):
        source.withdraw(amount)
        target.deposit(amount)


def total(accounts):
    accounts = list(accounts)
    with _hold(accounts):
        return sum(a.balance for a in accounts)
