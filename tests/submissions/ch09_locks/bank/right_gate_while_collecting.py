# right: locks are collected in any order, but only by one thread at a time (a gate); who has them all needs no more
from threading import Lock

collecting = Lock()


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.lock = Lock()

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def withdraw(self, amount):
        with self.lock:
            take(self, amount)


def take(account, amount):
    if account.balance < amount:
        raise InsufficientFunds()
    account.balance -= amount


def transfer(source, target, amount):
    with collecting:
        source.lock.acquire()
        if target is not source:
            target.lock.acquire()
    try:
        take(source, amount)
        target.balance += amount
    finally:
        if target is not source:
            target.lock.release()
        source.lock.release()


def total(accounts):
    accounts = list(accounts)
    each = []
    with collecting:
        for account in accounts:
            if not any(account is other for other in each):
                account.lock.acquire()
                each.append(account)
    try:
        return sum(account.balance for account in accounts)
    finally:
        for account in each:
            account.lock.release()
