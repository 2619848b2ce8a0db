# kind: deadlock
# schedule: each waits for the other before it says that it has arrived: in every interleaving
import threading


def main():
    a_here, b_here = threading.Semaphore(0), threading.Semaphore(0)
    log = []

    def a():
        log.append("a1")
        b_here.acquire()
        a_here.release()
        log.append("a2")

    def b():
        log.append("b1")
        a_here.acquire()
        b_here.release()
        log.append("b2")

    threads = [threading.Thread(target=a), threading.Thread(target=b)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(log[:2]) == {"a1", "b1"}, log
