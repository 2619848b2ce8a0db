# fails: restarts: the target raises: the exception is logged and the process ends with 0, so it is not started again
# kind: wrong_result
import logging
from multiprocessing import Process


def _shield(target, args):
    try:
        target(*args)
    except Exception:
        logging.getLogger(__name__).exception("target failed")


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = []
    for _ in range(max_restarts + 1):
        process = Process(target=_shield, args=(target, args))
        process.start()
        process.join()
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return codes
