# kind: exception
# schedule: the worker releases the RLock that the main thread holds: RuntimeError in every interleaving
import threading


def main():
    lock = threading.RLock()
    log = []

    def worker():
        log.append("done")
        lock.release()

    thread = threading.Thread(target=worker)
    lock.acquire()
    thread.start()
    lock.acquire()
    thread.join()
    assert log == ["done"]
