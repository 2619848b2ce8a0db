# kind: deadlock|lost_wakeup
# schedule: both workers read pending before either writes it; main waits for a zero that never comes
import threading


class Latch:
    def __init__(self, n):
        self.pending = n
        self.changed = threading.Condition()

    def count_down(self):
        self.pending -= 1
        with self.changed:
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
