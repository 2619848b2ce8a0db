# right: a lock beside the variable of the enclosing function guards each update
import threading


def main():
    total = 0
    lock = threading.Lock()

    def add(n):
        nonlocal total
        with lock:
            total = total + n

    threads = [threading.Thread(target=add, args=(1,)), threading.Thread(target=add, args=(2,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert total == 3, "an addition is lost"
