# right: what the condition is about changes under its lock
import threading


class Latch:
    def __init__(self, n):
        self.pending = n
        self.changed = threading.Condition()

    def count_down(self):
        with self.changed:
            self.pending -= 1
            if self.pending == 0:
                self.changed.notify_all()

    def wait(self):
        with self.changed:
            while self.pending > 0:
                self.changed.wait()


def main():
    latch = Latch(2)
    threads = [threading.Thread(target=latch.count_down) for _ in range(2)]
    for thread in threads:
        thread.start()
    latch.wait()
    for thread in threads:
        thread.join()
