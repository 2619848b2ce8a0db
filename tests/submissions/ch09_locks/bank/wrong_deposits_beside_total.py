# fails: totals: total reads a (0); then deposit 5 into a and deposit 3 into b; then total reads b: 3 was never the sum
# kind: race|wrong_result
import threading

_bank = threading.Lock()


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
    with _bank:
        source.withdraw(amount)
        target.deposit(amount)


def total(accounts):
    with _bank:
        return sum(account.balance for account in accounts)
