# kind: race
# schedule: one deposit reads 0, the other reads 0 and writes 10, the first writes 10 too
import threading


class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount


def main():
    account = Account()
    threads = [threading.Thread(target=account.deposit, args=(10,)),
               threading.Thread(target=account.deposit, args=(5,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert account.balance == 15, "a deposit is lost"
