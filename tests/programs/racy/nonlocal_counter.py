# kind: race
# schedule: both workers read the enclosing function's total before either writes it
import threading


def main():
    total = 0

    def add(n):
        nonlocal total
        total = total + n

    threads = [threading.Thread(target=add, args=(1,)), threading.Thread(target=add, args=(2,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert total == 3, "an addition is lost"
