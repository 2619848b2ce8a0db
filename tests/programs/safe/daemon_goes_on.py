# right: main waits for both steps of the daemon before it looks
from threading import Semaphore, Thread


def main():
    first, second = Semaphore(0), Semaphore(0)

    def serve():
        first.release()
        second.release()

    Thread(target=serve, daemon=True).start()
    first.acquire()
    second.acquire()
    second.release()
    assert second.acquire(blocking=False)
