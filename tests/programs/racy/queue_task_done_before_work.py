# kind: wrong_result|race
# schedule: the worker says that the job is done when it has only taken it; join returns, and the result is not there yet
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

    for _ in range(2):
        threading.Thread(target=worker, daemon=True).start()
    for job in (2, 0):
        jobs.put(job)
    jobs.join()
    assert len(done) == 2
