# kind: wrong_result
# schedule: the consumer takes the ordinary job while it is the only one; the urgent one comes too late to be first
import queue
import threading


def main():
    jobs = queue.PriorityQueue()
    got = []

    def producer():
        jobs.put((5, "ordinary"))
        jobs.put((1, "urgent"))

    def consumer():
        for _ in range(2):
            got.append(jobs.get()[1])

    threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == ["urgent", "ordinary"]
