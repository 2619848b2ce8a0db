# right: a dataclass without equality; total takes the locks by recursion, one with statement inside the other
from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Iterable, Sequence


class InsufficientFunds(Exception):
    pass


@dataclass(eq=False)
class Account:
    balance: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def deposit(self, amount: int) -> None:
        with self._lock:
            self.balance += amount

    def withdraw(self, amount: int) -> None:
        with self._lock:
            self._check(amount)
            self.balance -= amount

    def _check(self, amount: int) -> None:
        if self.balance < amount:
            raise InsufficientFunds(self)


def transfer(source: Account, target: Account, amount: int) -> None:
    if source is target:
        with source._lock:
            source._check(amount)
    elif id(source) < id(target):
        with source._lock, target._lock:
            _move(source, target, amount)
    else:
        with target._lock, source._lock:
            _move(source, target, amount)


def _move(source: Account, target: Account, amount: int) -> None:
    source._check(amount)
    source.balance, target.balance = source.balance - amount, target.balance + amount


def _sum(distinct: Sequence[Account], listed: Sequence[Account]) -> int:
    if not distinct:
        return sum(account.balance for account in listed)
    head, *tail = distinct
    with head._lock:
        return _sum(tail, listed)


def total(accounts: Iterable[Account]) -> int:
    listed = list(accounts)
    return _sum(sorted(set(listed), key=id), listed)
