# right: the call that takes an item says whether there was one
import queue
import threading


def main():
    jobs = queue.Queue()
    jobs.put("job")
    done = []

    def worker():
        try:
            done.append(jobs.get_nowait())
        except queue.Empty:
            pass

    threads = [threading.Thread(target=worker), threading.Thread(target=worker)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == ["job"]
