# right: the consumer begins when all jobs are there
import queue
import threading


def main():
    jobs = queue.PriorityQueue()
    got = []
    ready = threading.Event()

    def producer():
        jobs.put((5, "ordinary"))
        jobs.put((1, "urgent"))
        ready.set()

    def consumer():
        ready.wait()
        for _ in range(2):
            got.append(jobs.get()[1])

    threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == ["urgent", "ordinary"]
