# kind: deadlock
# schedule: one worker takes the only sentinel and ends; the other waits for ever
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
        jobs.put(None)

    threads = [threading.Thread(target=worker), threading.Thread(target=worker), threading.Thread(target=producer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == ["job"]
