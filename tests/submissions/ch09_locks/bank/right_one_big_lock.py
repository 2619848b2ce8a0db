# right: one module-level lock around everything
import threading

_LOCK = threading.Lock()


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self._balance = balance

    @property
    def balance(self):
        with _LOCK:
            return self._balance

    def _take(self, amount):
        if self._balance < amount:
            raise InsufficientFunds(f"{self._balance} < {amount}")
        self._balance -= amount

    def deposit(self, amount):
        with _LOCK:
            self._balance += amount

    def withdraw(self, amount):
        with _LOCK:
            self._take(amount)


def transfer(source, target, amount):
    with _LOCK:
        source._take(amount)
        target._balance += amount


def total(accounts):
    with _LOCK:
        return sum(account._balance for account in accounts)
