# right: nobody waits for the queue while holding the lock
import queue
import threading


def main():
    lines, lock = queue.Queue(1), threading.Lock()
    count = [0]

    def producer():
        for n in (1, 2):
            with lock:
                count[0] += 1
            lines.put(n)

    def consumer():
        for _ in range(2):
            lines.get()
            with lock:
                count[0] -= 1

    threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count == [0]
