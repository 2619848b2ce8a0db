# right: only who has got a permit gives it back
import threading


def main():
    permits = threading.BoundedSemaphore(1)

    def work():
        if permits.acquire(blocking=False):
            permits.release()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
