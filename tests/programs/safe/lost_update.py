# right: the read and the write of the balance happen under one lock
import threading


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = threading.Lock()

    def deposit(self, amount):
        with self.lock:
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
