# right: whoever finds the queue empty is told so by the very call that would have taken an item
import queue
import threading


def main():
    jobs = queue.Queue()
    jobs.put("job")
    done = []

    def worker():
        while True:
            try:
                done.append(jobs.get_nowait())
            except queue.Empty:
                return

    threads = [threading.Thread(target=worker), threading.Thread(target=worker)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == ["job"]
