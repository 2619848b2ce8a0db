# kind: exception
# schedule: the impatient thread does not get the lock, and releases it nevertheless: the holder's lock is gone
import threading


def main():
    lock = threading.Lock()
    state = {"n": 0}

    def patient():
        with lock:
            state["n"] += 1

    def impatient():
        try:
            if lock.acquire(blocking=False):
                state["n"] += 1
        finally:
            lock.release()

    threads = [threading.Thread(target=patient), threading.Thread(target=impatient)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert state["n"] >= 1
