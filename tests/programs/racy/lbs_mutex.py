# kind: race
# schedule: both signal where they should wait: nobody is kept out, and both read 0 before either writes
import threading


class Counter:
    value = 0


def main():
    counter = Counter()
    mutex = threading.Semaphore(1)

    def count():
        mutex.release()
        counter.value += 1
        mutex.acquire()

    threads = [threading.Thread(target=count) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counter.value == 2
