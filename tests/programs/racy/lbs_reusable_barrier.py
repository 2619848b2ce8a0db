# kind: race|wrong_result
# schedule: the turnstile stays open after the first round, so that a fast worker runs through the second before the slow one comes
import threading


class Barrier:
    def __init__(self, n):
        self.n = n
        self.count = 0
        self.mutex = threading.Lock()
        self.turnstile = threading.Semaphore(0)

    def wait(self):
        with self.mutex:
            self.count += 1
            if self.count == self.n:
                self.count = 0
                self.turnstile.release()
        self.turnstile.acquire()
        self.turnstile.release()


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
