# right: the check and the withdrawal are one critical section
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()

    def withdraw(self, amount):
        with self.lock:
            if self.balance >= amount:
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
