# kind: wrong_result|race
# schedule: main ends while the daemon has not come to its second step, or after it: nothing orders the two
from threading import Semaphore, Thread


def main():
    first, second = Semaphore(0), Semaphore(0)

    def serve():
        first.release()
        second.release()

    Thread(target=serve, daemon=True).start()
    first.acquire()
    assert not second.acquire(blocking=False), "the daemon was quicker"
