# kind: deadlock
# schedule: the queue is full when the worker wants to put a follow-up job into it, and nobody but the worker takes anything out
import queue
import threading


def main():
    jobs = queue.Queue(1)
    done = []

    def worker():
        for _ in range(3):
            job = jobs.get()
            done.append(job)
            if job == "page":
                jobs.put("link")

    def producer():
        jobs.put("page")
        jobs.put("index")

    threads = [threading.Thread(target=worker), threading.Thread(target=producer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == ["index", "link", "page"]
