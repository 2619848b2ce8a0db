# fails: basics: the zero at the end is left out of the list
# kind: wrong_result
from itertools import islice
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")

    def run():
        process = Process(target=target, args=args)
        process.start()
        process.join()
        return process.exitcode

    return list(islice(iter(run, 0), max_restarts + 1))
