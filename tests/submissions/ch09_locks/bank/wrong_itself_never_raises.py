# fails: transfers: transfer(a, a, 10) with a balance of 5 returns quietly
# kind: wrong_result|exception
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
    if source is target:
        return
    first, second = sorted([source, target], key=id)
    with first.lock, second.lock:
        if source.balance < amount:
            raise InsufficientFunds
        source.balance -= amount
        target.balance += amount


def total(accounts):
    accounts = list(accounts)
    with ExitStack() as stack:
        for account in sorted(set(accounts), key=id):
            stack.enter_context(account.lock)
        return sum(a.balance for a in accounts)
