# right: join comes when the producer has put everything
import queue
import threading


def main():
    jobs = queue.Queue()
    done = []

    def producer():
        jobs.put("job")

    def worker():
        done.append(jobs.get())
        jobs.task_done()

    threads = [threading.Thread(target=producer), threading.Thread(target=worker)]
    for thread in threads:
        thread.start()
    threads[0].join()
    jobs.join()
    assert done == ["job"]
    for thread in threads:
        thread.join()
