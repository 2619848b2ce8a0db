# kind: deadlock
# schedule: the job that fails is never said to be done, and join waits for ever
import queue
import threading


def main():
    jobs = queue.Queue()
    done = []

    def worker():
        while True:
            job = jobs.get()
            try:
                done.append(4 // job)
            except ZeroDivisionError:
                done.append(None)
                continue
            jobs.task_done()

    for _ in range(2):
        threading.Thread(target=worker, daemon=True).start()
    for job in (2, 0):
        jobs.put(job)
    jobs.join()
    assert len(done) == 2
