# right: the producer has a space before it asks for the mutex
import threading


def main():
    mutex = threading.Semaphore(1)
    items, spaces = threading.Semaphore(0), threading.Semaphore(1)
    buffer, got = [], []

    def producer():
        for n in (1, 2):
            spaces.acquire()
            mutex.acquire()
            buffer.append(n)
            mutex.release()
            items.release()

    def consumer():
        for _ in range(2):
            items.acquire()
            mutex.acquire()
            got.append(buffer.pop(0))
            mutex.release()
            spaces.release()

    threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [1, 2]
