# right: the try begins after the lock has been got
import threading


def main():
    lock = threading.Lock()
    state = {"n": 0}

    def patient():
        with lock:
            state["n"] += 1

    def impatient():
        if lock.acquire(blocking=False):
            try:
                state["n"] += 1
            finally:
                lock.release()

    threads = [threading.Thread(target=patient), threading.Thread(target=impatient)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert state["n"] >= 1
