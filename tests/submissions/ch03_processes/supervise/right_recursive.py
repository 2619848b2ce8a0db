# right: recursion, one level for each restart
from multiprocessing import Process


def _supervise(target, args, restarts):
    process = Process(target=target, args=tuple(args))
    process.start()
    process.join()
    code = process.exitcode
    if code == 0 or restarts == 0:
        return [code]
    return [code] + _supervise(target, args, restarts - 1)


def supervise(target, args=(), max_restarts=3):
    if not max_restarts >= 0:
        raise ValueError("negative")
    return _supervise(target, args, max_restarts)
