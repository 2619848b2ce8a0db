# kind: deadlock
# schedule: one transfer holds a and wants b, the other holds b and wants a
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    with source.lock:
        with target.lock:
            source.balance -= amount
            target.balance += amount


def main():
    a, b = Account(100), Account(100)
    threads = [threading.Thread(target=transfer, args=(a, b, 10)), threading.Thread(target=transfer, args=(b, a, 20))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (a.balance, b.balance) == (110, 90)
