# fails: transfers: transfer(a, b, 10) with a short: b has been credited before the withdrawal raises
# kind: wrong_result
import threading

_lock = threading.RLock()


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
        target.deposit(amount)
        source.withdraw(amount)


def total(accounts):
    with _lock:
        return sum(a.balance for a in accounts)
