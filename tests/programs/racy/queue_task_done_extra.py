# kind: wrong_result|exception|race
# schedule: the first job is said to be done twice, and join returns while the second is still being worked on
import queue
import threading


def main():
    jobs = queue.Queue()
    done = []

    def worker():
        while True:
            job = jobs.get()
            jobs.task_done()
            done.append(job)
            jobs.task_done()

    for _ in range(2):
        threading.Thread(target=worker, daemon=True).start()
    for job in (1, 2):
        jobs.put(job)
    jobs.join()
    assert len(done) == 2
