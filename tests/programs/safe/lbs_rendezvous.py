# right: each says that it is there before it waits for the other
import threading


def main():
    a_here, b_here = threading.Semaphore(0), threading.Semaphore(0)
    log = []

    def a():
        log.append("a1")
        a_here.release()
        b_here.acquire()
        log.append("a2")

    def b():
        log.append("b1")
        b_here.release()
        a_here.acquire()
        log.append("b2")

    threads = [threading.Thread(target=a), threading.Thread(target=b)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(log[:2]) == {"a1", "b1"}, log
