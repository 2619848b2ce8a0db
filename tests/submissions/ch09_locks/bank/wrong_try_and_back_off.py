# fails: transfers: while another thread holds b, transfer(a, b) takes and drops a in a loop instead of blocking
# kind: livelock
import threading
import time
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
    while True:
        with source.lock:
            if target.lock.acquire(blocking=False):
                try:
                    source.withdraw(amount)
                    target.deposit(amount)
                    return
                finally:
                    target.lock.release()
        time.sleep(0.001)


def total(accounts):
    accounts = list(accounts)
    with ExitStack() as stack:
        for account in sorted(accounts, key=id):
            stack.enter_context(account.lock)
        return sum(a.balance for a in accounts)
