# fails: transfers: balance 5: two transfers of 5 from a both pass the first locked check, a ends at -5
# kind: race|wrong_result
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
    with source.lock:
        if source.balance < amount:
            raise InsufficientFunds
    first, second = sorted([source, target], key=id)
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount


def total(accounts):
    accounts = list(accounts)
    with ExitStack() as stack:
        for account in sorted(accounts, key=id):
            stack.enter_context(account.lock)
        return sum(a.balance for a in accounts)
