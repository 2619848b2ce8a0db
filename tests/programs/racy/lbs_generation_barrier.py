# kind: deadlock|lost_wakeup
# schedule: the last one resets the count and notifies; the fast one comes again and counts; the slow one wakes, sees the count not full and waits on
import threading


class Barrier:
    def __init__(self, n):
        self.n = n
        self.count = 0
        self.condition = threading.Condition()

    def wait(self):
        with self.condition:
            self.count += 1
            if self.count == self.n:
                self.count = 0
                self.condition.notify_all()
            while self.count != 0:
                self.condition.wait()


def main():
    barrier = Barrier(2)

    def work():
        barrier.wait()
        barrier.wait()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
