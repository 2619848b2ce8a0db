# right: as many spaces as the buffer has cells
import threading


def main():
    mutex = threading.Lock()
    items, spaces = threading.Semaphore(0), threading.Semaphore(2)
    buffer = []

    def producer():
        for n in (1, 2, 3):
            spaces.acquire()
            with mutex:
                buffer.append(n)
                assert len(buffer) <= 2, "overflow"
            items.release()

    def consumer():
        items.acquire()
        with mutex:
            buffer.pop(0)
        spaces.release()

    threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert buffer == [2, 3]
