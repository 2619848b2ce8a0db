# right: the reader gives its permit back first, and who collects both looks again
import threading


def main():
    permits = threading.Semaphore(2)
    writing = threading.Lock()
    cache = {}

    def use():
        with permits:
            missing = "x" not in cache
        if missing:
            with writing:
                permits.acquire()
                permits.acquire()
                cache.setdefault("x", 1)
                permits.release(2)
        with permits:
            assert cache["x"] == 1

    threads = [threading.Thread(target=use) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
