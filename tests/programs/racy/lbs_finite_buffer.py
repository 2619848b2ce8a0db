# kind: wrong_result
# schedule: the producer announces two spaces more than there are, so that three items stand in a buffer for two
import threading


def main():
    mutex = threading.Lock()
    items, spaces = threading.Semaphore(0), threading.Semaphore(3)
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
