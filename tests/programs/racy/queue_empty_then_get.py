# kind: deadlock
# schedule: both workers see that the queue is not empty; one takes the only item, and the other waits for ever
import queue
import threading


def main():
    jobs = queue.Queue()
    jobs.put("job")
    done = []

    def worker():
        while not jobs.empty():
            done.append(jobs.get())

    threads = [threading.Thread(target=worker), threading.Thread(target=worker)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == ["job"]
