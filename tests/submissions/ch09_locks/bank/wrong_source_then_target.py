# fails: transfers: transfer(a, b) holds a and wants b while transfer(b, a) holds b and wants a
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


def transfer(source, target, amount):
    with source.lock, target.lock:
        source.withdraw(amount)
        target.deposit(amount)


def total(accounts):
    accounts = list(accounts)
    with ExitStack() as stack:
        for account in sorted(accounts, key=id):
            stack.enter_context(account.lock)
        return sum(a.balance for a in accounts)
