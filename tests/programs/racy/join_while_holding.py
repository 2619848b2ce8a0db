# kind: deadlock
# schedule: main holds the lock and joins the worker, which waits for the lock before it can end
import threading


def main():
    lock = threading.Lock()
    results = []

    def worker():
        with lock:
            results.append(1)

    thread = threading.Thread(target=worker)
    thread.start()
    with lock:
        thread.join()
        assert results == [1]
