# right: with releases the lock on the early return as well
import threading


def main():
    lock = threading.Lock()
    done = set()

    def work(job):
        with lock:
            if job in done:
                return
            done.add(job)

    threads = [threading.Thread(target=work, args=("a",)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == {"a"}
