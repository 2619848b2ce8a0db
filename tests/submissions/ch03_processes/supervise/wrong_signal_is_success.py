# fails: restarts: the process is killed by a signal: exit code -9 is not greater than 0, and it is not started again
# kind: wrong_result
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = []
    for _ in range(max_restarts + 1):
        process = Process(target=target, args=args)
        process.start()
        process.join()
        codes.append(process.exitcode)
        if not process.exitcode > 0:
            break
    return codes
