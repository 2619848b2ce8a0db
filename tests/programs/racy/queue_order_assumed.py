# kind: wrong_result
# schedule: the worker with the first job is overtaken by the one with the second
import queue
import threading


def main():
    jobs, results = queue.Queue(), queue.Queue()
    for n in range(2):
        jobs.put(n)

    def worker():
        n = jobs.get()
        results.put((n, n * n))

    threads = [threading.Thread(target=worker), threading.Thread(target=worker)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = [results.get() for _ in range(2)]
    assert found == [(0, 0), (1, 1)]
