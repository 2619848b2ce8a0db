# right: wait on the way in, signal on the way out
import threading


class Counter:
    value = 0


def main():
    counter = Counter()
    mutex = threading.Semaphore(1)

    def count():
        mutex.acquire()
        counter.value += 1
        mutex.release()

    threads = [threading.Thread(target=count) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counter.value == 2
