# right: there is a sentinel for each worker
import queue
import threading


def main():
    jobs = queue.Queue()
    done = []

    def worker():
        for job in iter(jobs.get, None):
            done.append(job)

    def producer():
        jobs.put("job")
        for _ in range(2):
            jobs.put(None)

    threads = [threading.Thread(target=worker), threading.Thread(target=worker), threading.Thread(target=producer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == ["job"]
