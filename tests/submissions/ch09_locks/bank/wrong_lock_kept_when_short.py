# fails: transfers: a transfer that raises InsufficientFunds keeps both locks, the next call on them waits for ever
# kind: deadlock|hang|leak
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
    needed = sorted({source, target}, key=id)
    for account in needed:
        account.lock.acquire()
    if source.balance < amount:
        raise InsufficientFunds
    source.balance -= amount
    target.balance += amount
    for account in needed:
        account.lock.release()


def total(accounts):
    accounts = list(accounts)
    with ExitStack() as stack:
        for account in sorted(set(accounts), key=id):
            stack.enter_context(account.lock)
        return sum(a.balance for a in accounts)
