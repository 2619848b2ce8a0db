# kind: wrong_result
# schedule: a waits for b, but b does not wait for a: b is done before a has begun
import threading


def main():
    b_here = threading.Semaphore(0)
    log = []

    def a():
        log.append("a1")
        b_here.acquire()
        log.append("a2")

    def b():
        log.append("b1")
        b_here.release()
        log.append("b2")

    threads = [threading.Thread(target=a), threading.Thread(target=b)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(log[:2]) == {"a1", "b1"}, log
