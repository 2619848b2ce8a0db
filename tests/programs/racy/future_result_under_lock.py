# kind: deadlock
# schedule: the main thread holds the lock that the call needs, and waits for its result
import threading
from concurrent.futures import ThreadPoolExecutor


class Account:
    def __init__(self):
        self.lock = threading.Lock()
        self.balance = 0

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def deposit_in(self, pool, amount):
        with self.lock:
            pool.submit(self.deposit, amount).result()


def main():
    account = Account()
    with ThreadPoolExecutor(1) as pool:
        account.deposit_in(pool, 5)
    assert account.balance == 5
