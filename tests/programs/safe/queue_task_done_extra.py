# right: each job is said to be done once, when it is
import queue
import threading


def main():
    jobs = queue.Queue()
    done = []

    def worker():
        while True:
            job = jobs.get()
            done.append(job)
            jobs.task_done()

    for _ in range(2):
        threading.Thread(target=worker, daemon=True).start()
    for job in (1, 2):
        jobs.put(job)
    jobs.join()
    assert len(done) == 2
