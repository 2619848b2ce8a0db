# right: the worker keeps follow-up jobs in a list of its own
import queue
import threading


def main():
    jobs = queue.Queue(1)
    done = []

    def worker():
        later = []
        for _ in range(3):
            job = later.pop() if later else jobs.get()
            done.append(job)
            if job == "page":
                later.append("link")

    def producer():
        jobs.put("page")
        jobs.put("index")

    threads = [threading.Thread(target=worker), threading.Thread(target=producer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == ["index", "link", "page"]
