# fails: transfers: transfer(a, a, 3): both new balances are computed before they are written, the second one wins: a gains 3
# kind: wrong_result
import threading

_lock = threading.Lock()


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def deposit(self, amount):
        with _lock:
            self.balance += amount

    def withdraw(self, amount):
        with _lock:
            if self.balance < amount:
                raise InsufficientFunds
            self.balance -= amount


def transfer(source, target, amount):
    with _lock:
        if source.balance < amount:
            raise InsufficientFunds
        source.balance, target.balance = source.balance - amount, target.balance + amount


def total(accounts):
    with _lock:
        return sum(a.balance for a in accounts)
