# right: each account keeps the history of its balances; locks sorted by id
import threading


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.history = [balance]
        self.lock = threading.Lock()

    @property
    def balance(self):
        return self.history[-1]

    def deposit(self, amount):
        with self.lock:
            self.history.append(self.balance + amount)

    def withdraw(self, amount):
        with self.lock:
            if self.balance < amount:
                raise InsufficientFunds(amount, self.balance)
            self.history.append(self.balance - amount)


def _acquire(accounts):
    unique = list({id(a): a for a in accounts}.items())
    unique.sort(key=lambda pair: pair[0])
    for _, a in unique:
        a.lock.acquire()
    return [a for _, a in unique]


def transfer(source, target, amount):
    held = _acquire([source, target])
    try:
        if source.balance < amount:
            raise InsufficientFunds(amount, source.balance)
        if source is not target:
            source.history.append(source.balance - amount)
            target.history.append(target.balance + amount)
    finally:
        [a.lock.release() for a in held]


def total(accounts):
    accounts = list(accounts)
    held = _acquire(accounts)
    try:
        return sum(a.balance for a in accounts)
    finally:
        [a.lock.release() for a in held]
