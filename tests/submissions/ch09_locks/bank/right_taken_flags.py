# right: accounts are marked as taken, all at once, under one condition
import threading

_changed = threading.Condition()


class InsufficientFunds(Exception):
    pass


class Account:
    """All accounts share one condition; an account is taken or free."""

    def __init__(self, balance=0):
        self.balance = balance
        self.taken = False

    def deposit(self, amount):
        with taking([self]):
            self.balance = self.balance + amount

    def withdraw(self, amount):
        with taking([self]):
            if self.balance - amount < 0:
                raise InsufficientFunds()
            self.balance = self.balance - amount


class taking:
    def __init__(self, accounts):
        self.accounts = accounts

    def __enter__(self):
        with _changed:
            _changed.wait_for(lambda: not any(a.taken for a in self.accounts))
            for a in self.accounts:
                a.taken = True

    def __exit__(self, *exc):
        with _changed:
            for a in self.accounts:
                a.taken = False
            _changed.notify_all()


def transfer(source, target, amount):
    with taking([source, target]):
        if source.balance < amount:
            raise InsufficientFunds
        source.balance -= amount
        target.balance += amount


def total(accounts):
    accounts = list(accounts)
    with taking(accounts):
        return sum(a.balance for a in accounts)
