# fails: totals: the money has left a and not yet reached b when total takes both locks: the sum is too small
# kind: race|wrong_result
import threading
from contextlib import ExitStack


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.lock = threading.Lock()

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def withdraw(self, amount):
        with self.lock:
            if self.balance < amount:
                raise InsufficientFunds
            self.balance -= amount


def transfer(source, target, amount):
    source.withdraw(amount)
    target.deposit(amount)


def total(accounts):
    accounts = list(accounts)
    with ExitStack() as stack:
        for account in sorted(set(accounts), key=id):
            stack.enter_context(account.lock)
        return sum(a.balance for a in accounts)
