# right: the lock is held from the first change to the last, and by the auditor as well
import threading


class Bank:
    def __init__(self):
        self.current = 70
        self.savings = 30
        self.lock = threading.Lock()


def main():
    bank = Bank()

    def transfer():
        with bank.lock:
            bank.current -= 20
            bank.savings += 20

    def audit():
        with bank.lock:
            assert bank.current + bank.savings == 100, "money is missing"

    threads = [threading.Thread(target=transfer), threading.Thread(target=audit)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
