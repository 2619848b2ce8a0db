# kind: race
# schedule: the checker's look falls between the deposit's read and its write, or deposit and withdrawal overwrite each other
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.deposited = self.withdrawn = False


def main():
    account = Account(10)

    def deposit():
        account.balance = account.balance + 5
        account.deposited = True

    def withdraw():
        account.balance = account.balance - 3
        account.withdrawn = True

    def check():
        if account.deposited and account.withdrawn:
            assert account.balance == 12, account.balance

    threads = [threading.Thread(target=deposit), threading.Thread(target=withdraw), threading.Thread(target=check)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
