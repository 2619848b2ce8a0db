# fails: transfers: two accounts of balance 5 compare equal (dataclass), transfer(a, b, 3) takes them for one and moves nothing
# kind: wrong_result
import threading
from contextlib import ExitStack
from dataclasses import dataclass, field


class InsufficientFunds(Exception):
    pass


@dataclass
class Account:
    balance: int = 0
    lock: object = field(default_factory=threading.RLock, compare=False, repr=False)

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
        if source.balance < amount:
            raise InsufficientFunds
        if source != target:
            source.balance -= amount
            target.balance += amount


def total(accounts):
    accounts = list(accounts)
    with ExitStack() as stack:
        for account in sorted(accounts, key=id):
            stack.enter_context(account.lock)
        return sum(a.balance for a in accounts)
