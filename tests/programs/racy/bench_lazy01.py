# kind: wrong_result
# schedule: the checker gets the lock before both adders have had it
import threading


def main():
    data = {"n": 0}
    lock = threading.Lock()

    def add(n):
        with lock:
            data["n"] += n

    def check():
        with lock:
            assert data["n"] >= 3, "checked before both had added"

    threads = [threading.Thread(target=add, args=(1,)), threading.Thread(target=add, args=(2,)),
               threading.Thread(target=check)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
