# right: a decorator takes one reentrant lock around every function; methods are functions of the module
import functools
import threading

L = threading.RLock()


def alone(f):
    @functools.wraps(f)
    def g(*a, **k):
        with L:
            return f(*a, **k)
    return g


class InsufficientFunds(Exception):
    pass


class Account:
    __slots__ = ("balance",)

    def __init__(self, balance=0):
        self.balance = balance

    @alone
    def deposit(self, amount):
        self.balance += amount

    @alone
    def withdraw(self, amount):
        if self.balance < amount:
            raise InsufficientFunds
        self.balance -= amount


@alone
def transfer(source, target, amount):
    source.withdraw(amount)
    target.deposit(amount)


@alone
def total(accounts):
    return sum(a.balance for a in accounts)
