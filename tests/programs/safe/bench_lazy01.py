# right: the checker first waits for one permit from each adder
import threading


def main():
    data = {"n": 0}
    lock = threading.Lock()
    added = threading.Semaphore(0)

    def add(n):
        with lock:
            data["n"] += n
        added.release()

    def check():
        added.acquire()
        added.acquire()
        with lock:
            assert data["n"] >= 3, "checked before both had added"

    threads = [threading.Thread(target=add, args=(1,)), threading.Thread(target=add, args=(2,)),
               threading.Thread(target=check)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
