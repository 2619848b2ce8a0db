# right: a supervising thread does the work, its owner joins it and takes the list
from multiprocessing import Process
from threading import Thread


class Supervisor(Thread):
    def __init__(self, target, args, limit):
        super().__init__(name="supervisor")
        self.what = target, args
        self.limit = limit
        self.codes = []

    def run(self):
        target, args = self.what
        while len(self.codes) <= self.limit and 0 not in self.codes:
            process = Process(target=target, args=args)
            process.start()
            process.join()
            self.codes.append(process.exitcode)


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("must be 0 or more")
    supervisor = Supervisor(target, args, max_restarts)
    supervisor.start()
    supervisor.join()
    return supervisor.codes
