# kind: exception
# schedule: both workers see one item in the queue; the second finds it empty
import queue
import threading


def main():
    jobs = queue.Queue()
    jobs.put("job")
    done = []

    def worker():
        if len(jobs.queue) > 0:
            done.append(jobs.get_nowait())

    threads = [threading.Thread(target=worker), threading.Thread(target=worker)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == ["job"]
