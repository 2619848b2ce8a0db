# fails: basics: withdraw(5) from a balance of 5 raises InsufficientFunds
# kind: exception|wrong_result
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
            if not self.balance > amount:
                raise InsufficientFunds
            self.balance -= amount


def transfer(source, target, amount):
    with _lock:
        source.withdraw(amount)
        target.deposit(amount)


def total(accounts):
    with _lock:
        return sum(a.balance for a in accounts)
