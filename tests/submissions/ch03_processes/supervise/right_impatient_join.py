# right: join gives up every minute, is called again, and says how long it has been; the exit code decides, not the timeout
import logging
from multiprocessing import Process


def _wait(process):
    minutes = 0
    process.join(60)
    while process.exitcode is None:
        minutes += 1
        logging.getLogger(__name__).debug("running for %d minutes", minutes)
        process.join()
    return process.exitcode


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts")
    codes = []
    while True:
        process = Process(target=target, args=args)
        process.start()
        codes.append(_wait(process))
        if codes[-1] == 0 or len(codes) > max_restarts:
            return codes
