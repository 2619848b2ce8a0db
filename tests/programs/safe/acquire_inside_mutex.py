# right: the consumer waits for an item before it takes the mutex
import threading


def main():
    mutex = threading.Lock()
    items = threading.Semaphore(0)
    buffer, got = [], []

    def producer():
        with mutex:
            buffer.append("item")
        items.release()

    def consumer():
        items.acquire()
        with mutex:
            got.append(buffer.pop())

    threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == ["item"]
