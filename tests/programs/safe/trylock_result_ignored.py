# right: who does not get the lock says so instead of going in
import threading


def main():
    lock = threading.Lock()
    box = {"n": 0}
    refused = []

    def work():
        if not lock.acquire(blocking=False):
            refused.append(1)
            return
        box["n"] += 1
        lock.release()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert box["n"] + len(refused) == 2
    assert box["n"] >= 1
