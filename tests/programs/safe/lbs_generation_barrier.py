# right: who waits, waits for the next generation, and a generation never comes back
import threading


class Barrier:
    def __init__(self, n):
        self.n = n
        self.count = 0
        self.generation = 0
        self.condition = threading.Condition()

    def wait(self):
        with self.condition:
            mine = self.generation
            self.count += 1
            if self.count == self.n:
                self.count = 0
                self.generation += 1
                self.condition.notify_all()
            while self.generation == mine:
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
    assert barrier.generation == 2
