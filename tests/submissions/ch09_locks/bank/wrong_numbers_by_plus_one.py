# fails: transfers: two threads create an account each, both read the same number; a tie sorts by argument order and the
# transfers a to b and b to a take the locks crosswise
# kind: deadlock
import threading
from contextlib import ExitStack


class InsufficientFunds(Exception):
    pass


class Account:
    made = 0

    def __init__(self, balance=0):
        Account.made += 1
        self.number = Account.made
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


def _hold(accounts):
    stack = ExitStack()
    for account in sorted(accounts, key=lambda account: account.number):
        stack.enter_context(account.lock)
    return stack


def transfer(source, target, amount):
    with _hold([source, target]):
        source.withdraw(amount)
        target.deposit(amount)


def total(accounts):
    accounts = list(accounts)
    with _hold(accounts):
        return sum(a.balance for a in accounts)
