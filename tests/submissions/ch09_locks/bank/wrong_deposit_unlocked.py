# fails: updates: two deposits of 1 into an empty account: both read 0, both write 1, one deposit is lost
# kind: race|wrong_result
import threading


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.lock = threading.RLock()

    def deposit(self, amount):
        self.balance += amount

    def withdraw(self, amount):
        with self.lock:
            if self.balance < amount:
                raise InsufficientFunds
            self.balance -= amount


def transfer(source, target, amount):
    first, second = sorted([source, target], key=id)
    with first.lock, second.lock:
        if source.balance < amount:
            raise InsufficientFunds
        source.balance -= amount
        target.balance += amount


def total(accounts):
    accounts = list(accounts)
    ordered = sorted(accounts, key=id)
    for account in ordered:
        account.lock.acquire()
    try:
        return sum(a.balance for a in accounts)
    finally:
        for account in ordered:
            account.lock.release()
