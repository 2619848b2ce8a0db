# right: balance and flags change under one lock, and are checked under it
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.deposited = self.withdrawn = False
        self.lock = threading.Lock()


def main():
    account = Account(10)

    def deposit():
        with account.lock:
            account.balance = account.balance + 5
            account.deposited = True

    def withdraw():
        with account.lock:
            account.balance = account.balance - 3
            account.withdrawn = True

    def check():
        with account.lock:
            if account.deposited and account.withdrawn:
                assert account.balance == 12, account.balance

    threads = [threading.Thread(target=deposit), threading.Thread(target=withdraw), threading.Thread(target=check)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
