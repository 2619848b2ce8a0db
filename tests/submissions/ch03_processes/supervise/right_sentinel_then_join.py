# right: waits for the process's sentinel with connection.wait, then joins it, so that the exit code is there
from contextlib import contextmanager
from multiprocessing import Process
from multiprocessing.connection import wait


@contextmanager
def running(target, args):
    process = Process(target=target, args=args)
    process.start()
    try:
        yield process
    finally:
        process.join()


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must be at least 0")
    codes = []
    restarts = -1
    while restarts < max_restarts:
        with running(target, args) as process:
            wait([process.sentinel])
        codes.append(process.exitcode)
        if codes[-1] == 0:
            return codes
        restarts += 1
    return codes
