# kind: deadlock
# schedule: both read the count as 0 before either writes 1: nobody is the last, and nobody opens the turnstile
import threading


class Barrier:
    def __init__(self, n):
        self.n = n
        self.count = 0
        self.turnstile = threading.Semaphore(0)

    def wait(self):
        self.count += 1
        if self.count == self.n:
            self.turnstile.release()
        self.turnstile.acquire()
        self.turnstile.release()


def main():
    barrier = Barrier(2)
    threads = [threading.Thread(target=barrier.wait) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
