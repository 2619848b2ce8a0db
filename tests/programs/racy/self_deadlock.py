# kind: deadlock
# schedule: add_twice holds the lock and calls add, which waits for the same lock: in every interleaving
import threading


class Account:
    def __init__(self):
        self.lock = threading.Lock()
        self.balance = 0

    def add(self, n):
        with self.lock:
            self.balance += n

    def add_twice(self, n):
        with self.lock:
            self.add(n)
            self.add(n)


def main():
    account = Account()
    threads = [threading.Thread(target=account.add, args=(1,)), threading.Thread(target=account.add_twice, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert account.balance == 3
