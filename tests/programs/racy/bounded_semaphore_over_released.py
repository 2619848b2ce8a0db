# kind: exception
# schedule: the worker that got no permit gives one back: ValueError when both permits are at home
import threading


def main():
    permits = threading.BoundedSemaphore(1)

    def work():
        permits.acquire(blocking=False)
        permits.release()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
