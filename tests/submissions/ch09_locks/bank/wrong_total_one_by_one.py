# fails: totals: total reads a, then a transfer from b to a happens whole, then total reads b: the amount is missing
# kind: race|wrong_result
import threading


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self._balance = balance
        self.lock = threading.RLock()

    @property
    def balance(self):
        with self.lock:
            return self._balance

    def deposit(self, amount):
        with self.lock:
            self._balance += amount

    def withdraw(self, amount):
        with self.lock:
            if self._balance < amount:
                raise InsufficientFunds
            self._balance -= amount


def transfer(source, target, amount):
    first, second = sorted([source, target], key=id)
    with first.lock, second.lock:
        source.withdraw(amount)
        target.deposit(amount)


def total(accounts):
    return sum(account.balance for account in accounts)
