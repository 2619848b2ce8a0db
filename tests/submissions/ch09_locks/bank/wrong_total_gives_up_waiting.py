# fails: totals: the lock of b is held by a transfer from b to a, the timeout of total expires, it sums up half a transfer
# kind: race|wrong_result
import threading


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
    first, second = sorted([source, target], key=id)
    with first.lock, second.lock:
        source.withdraw(amount)
        target.deposit(amount)


def total(accounts):
    accounts = list(accounts)
    taken = []
    try:
        for account in sorted(accounts, key=id):
            if account.lock.acquire(timeout=10):
                taken.append(account.lock)
        return sum(a.balance for a in accounts)
    finally:
        for lock in taken:
            lock.release()
