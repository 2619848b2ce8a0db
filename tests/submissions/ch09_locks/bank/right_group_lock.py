# right: account locks for single operations, a bank-wide lock outside them for transfers and totals
import multiprocessing.dummy as threads

_bank = threads.RLock()


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.mutex = threads.Lock()

    def deposit(self, amount):
        self.mutex.acquire()
        try:
            self.balance += amount
        finally:
            self.mutex.release()

    def withdraw(self, amount):
        self.mutex.acquire()
        try:
            if self.balance - amount < 0:
                raise InsufficientFunds(amount)
            self.balance -= amount
        finally:
            self.mutex.release()


def transfer(source, target, amount):
    with _bank:
        source.withdraw(amount)
        target.deposit(amount)


def total(accounts):
    with _bank:
        listed = list(accounts)
        held = []
        for account in listed:
            if account not in held:
                account.mutex.acquire()
                held.append(account)
        result = 0
        for account in listed:
            result += account.balance
        for account in held:
            account.mutex.release()
        return result
