# right: main joins first and takes the lock afterwards
import threading


def main():
    lock = threading.Lock()
    results = []

    def worker():
        with lock:
            results.append(1)

    thread = threading.Thread(target=worker)
    thread.start()
    thread.join()
    with lock:
        assert results == [1]
