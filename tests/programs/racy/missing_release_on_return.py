# kind: deadlock
# schedule: the worker that finds the job done returns with the lock held; the next one waits for it for ever
import threading


def main():
    lock = threading.Lock()
    done = set()

    def work(job):
        lock.acquire()
        if job in done:
            return
        done.add(job)
        lock.release()

    threads = [threading.Thread(target=work, args=("a",)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == {"a"}
