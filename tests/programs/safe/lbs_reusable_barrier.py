# right: two phases: the last to come opens the first turnstile for all, the last to leave opens the second
import threading


class Barrier:
    def __init__(self, n):
        self.n = n
        self.count = 0
        self.mutex = threading.Lock()
        self.coming = threading.Semaphore(0)
        self.leaving = threading.Semaphore(0)

    def wait(self):
        with self.mutex:
            self.count += 1
            if self.count == self.n:
                self.coming.release(self.n)
        self.coming.acquire()
        with self.mutex:
            self.count -= 1
            if self.count == 0:
                self.leaving.release(self.n)
        self.leaving.acquire()


def main():
    barrier = Barrier(2)
    arrived = [0, 0]

    def work(me):
        for round in (1, 2):
            arrived[me] = round
            barrier.wait()
        assert arrived[1 - me] == 2, "went on alone"

    threads = [threading.Thread(target=work, args=(0,)), threading.Thread(target=work, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
