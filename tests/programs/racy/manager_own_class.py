# kind: wrong_result|race
# schedule: the server serves each client in a thread: both read balance before one of them writes it
from multiprocessing import Process
from multiprocessing.managers import BaseManager


class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount

    def get(self):
        return self.balance


class Bank(BaseManager):
    pass


Bank.register("Account", Account)


def pay(account):
    account.deposit(10)


def main():
    with Bank() as bank:
        account = bank.Account()
        payers = [Process(target=pay, args=(account,)) for _ in range(2)]
        for payer in payers:
            payer.start()
        for payer in payers:
            payer.join()
        assert account.get() == 20, "a deposit is lost"
