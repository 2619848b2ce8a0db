# right: the producer makes the buffer not empty and says so; the consumer makes it not full
import threading


def main():
    lock = threading.Lock()
    not_full, not_empty = threading.Condition(lock), threading.Condition(lock)
    buffer = []

    def producer():
        with lock:
            while len(buffer) == 1:
                not_full.wait()
            buffer.append(1)
            not_empty.notify()

    def consumer():
        with lock:
            while not buffer:
                not_empty.wait()
            buffer.pop()
            not_full.notify()

    threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
