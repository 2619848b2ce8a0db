# kind: exception
# schedule: the second worker's acquire(blocking=False) fails unnoticed while the first is inside
import threading


def main():
    lock = threading.Lock()
    box = {"n": 0}

    def work():
        lock.acquire(blocking=False)
        box["n"] += 1
        lock.release()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert box["n"] == 2
