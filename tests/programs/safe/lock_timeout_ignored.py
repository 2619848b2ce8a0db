# right: the acquire that gave up is reported, and nothing is done without the lock
import threading


def main():
    lock = threading.Lock()
    box = {"n": 0}
    gave_up = []

    def work():
        if lock.acquire(timeout=0.5):
            try:
                box["n"] += 1
            finally:
                lock.release()
        else:
            gave_up.append(1)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert box["n"] + len(gave_up) == 2
