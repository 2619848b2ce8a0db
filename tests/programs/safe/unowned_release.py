# right: a Lock, unlike an RLock, has no owner, so the worker may open what main closed
import threading


def main():
    lock = threading.Lock()
    log = []

    def worker():
        log.append("done")
        lock.release()

    thread = threading.Thread(target=worker)
    lock.acquire()
    thread.start()
    lock.acquire()
    assert log == ["done"]
    thread.join()
