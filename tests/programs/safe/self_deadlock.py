# right: an RLock may be taken again by the thread that holds it
import threading


class Account:
    def __init__(self):
        self.lock = threading.RLock()
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
