# right: task_done comes after the work
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
    for job in (2, 0):
        jobs.put(job)
    jobs.join()
    assert len(done) == 2
