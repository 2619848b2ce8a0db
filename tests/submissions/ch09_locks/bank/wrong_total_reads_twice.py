# fails: totals: total(iter([a, b])): the locks use the iterator up, the sum of nothing is 0
# kind: wrong_result
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
    first, second = sorted([source, target], key=id)
    with first.lock, second.lock:
        source.withdraw(amount)
        target.deposit(amount)


def total(accounts):
    with ExitStack() as stack:
        for account in sorted(accounts, key=id):
            stack.enter_context(account.lock)
        return sum(a.balance for a in accounts)
