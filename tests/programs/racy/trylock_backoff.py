# kind: livelock
# schedule: each has its own lock, finds the other's taken, lets go and tries again, in step for ever
import threading


def main():
    a, b = threading.Lock(), threading.Lock()
    done = []

    def work(mine, other):
        while True:
            mine.acquire()
            if other.acquire(blocking=False):
                done.append(1)
                other.release()
                mine.release()
                return
            mine.release()

    threads = [threading.Thread(target=work, args=(a, b)), threading.Thread(target=work, args=(b, a))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 2
