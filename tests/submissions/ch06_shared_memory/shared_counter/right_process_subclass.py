# right: a subclass of Process; `with` on the Value itself takes its lock
from multiprocessing import Process, Value


class Adder(Process):
    def __init__(self, total, times):
        super().__init__()
        self.total = total
        self.times = times

    def run(self):
        for _ in range(self.times):
            with self.total as _:
                old = self.total.value
                self.total.value = old + 1


def count(processes, increments):
    total = Value("q", 0)
    adders = [Adder(total, increments) for _ in range(processes)]
    for adder in adders:
        adder.start()
    for adder in adders:
        adder.join()
    return total.value
