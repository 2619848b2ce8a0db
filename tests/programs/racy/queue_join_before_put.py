# kind: wrong_result|race
# schedule: join finds no task not done, because the producer has not put one yet
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
    jobs.join()
    assert done == ["job"]
    for thread in threads:
        thread.join()
