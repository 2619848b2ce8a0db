# kind: deadlock
# schedule: the producer finds the buffer full and waits for a space with the mutex held; the consumer cannot take anything out
import threading


def main():
    mutex = threading.Semaphore(1)
    items, spaces = threading.Semaphore(0), threading.Semaphore(1)
    buffer, got = [], []

    def producer():
        for n in (1, 2):
            mutex.acquire()
            spaces.acquire()
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
