# right: each balance lies in a queue of one place; who has taken it out is alone with the account
import itertools
import queue

_serial = itertools.count(1)


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.serial = next(_serial)
        self.box = queue.Queue(1)
        self.box.put(balance)

    @property
    def balance(self):
        value = self.box.get()
        self.box.put(value)
        return value

    def deposit(self, amount):
        self.box.put(self.box.get() + amount)

    def withdraw(self, amount):
        value = self.box.get()
        enough = value >= amount
        self.box.put(value - amount if enough else value)
        if not enough:
            raise InsufficientFunds(f"{value} is less than {amount}")


def transfer(source, target, amount):
    if source is target:
        if source.balance < amount:
            raise InsufficientFunds("to itself")
        return
    first, second = sorted((source, target), key=lambda a: a.serial)
    values = {first: first.box.get(), second: second.box.get()}
    enough = values[source] >= amount
    if enough:
        values[source] -= amount
        values[target] += amount
    second.box.put(values[second])
    first.box.put(values[first])
    if not enough:
        raise InsufficientFunds(f"{values[source]} is less than {amount}")


def total(accounts):
    accounts = list(accounts)
    values = {}
    for account in sorted(set(accounts), key=lambda a: a.serial):
        values[account] = account.box.get()
    for account, value in values.items():
        account.box.put(value)
    return sum(values[account] for account in accounts)
