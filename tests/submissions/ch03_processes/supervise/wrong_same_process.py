# fails: restarts: a process object can be started once only: the restart is an AssertionError
# kind: exception
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    process = Process(target=target, args=args)
    codes = []
    for _ in range(max_restarts + 1):
        process.start()
        process.join()
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return codes
