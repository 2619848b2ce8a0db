# kind: race
# schedule: the auditor adds up after the money has left one account and before it is in the other
import threading


class Bank:
    def __init__(self):
        self.current = 70
        self.savings = 30


def main():
    bank = Bank()

    def transfer():
        bank.current -= 20
        bank.savings += 20

    def audit():
        assert bank.current + bank.savings == 100, "money is missing"

    threads = [threading.Thread(target=transfer), threading.Thread(target=audit)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
