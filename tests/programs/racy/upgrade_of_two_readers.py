# kind: deadlock
# schedule: both readers hold a permit to read, and each waits for the other's to become the only one
import threading


def main():
    permits = threading.Semaphore(2)
    cache = {}

    def use():
        permits.acquire()
        if "x" not in cache:
            permits.acquire()
            cache["x"] = 1
            permits.release()
        assert cache["x"] == 1
        permits.release()

    threads = [threading.Thread(target=use) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
