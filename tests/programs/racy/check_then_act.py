# kind: race
# schedule: both withdrawals see 100 in the account, then both take 80
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()

    def withdraw(self, amount):
        if self.balance >= amount:
            with self.lock:
                self.balance -= amount


def main():
    account = Account(100)
    threads = [threading.Thread(target=account.withdraw, args=(80,)),
               threading.Thread(target=account.withdraw, args=(70,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert account.balance >= 0, "overdrawn"
