# fails: restarts: the process runs longer than join(60) waits: exit code None counts as a failure, and a second one is started
# kind: wrong_result|leak|overlap|race
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = []
    for _ in range(max_restarts + 1):
        process = Process(target=target, args=args)
        process.start()
        process.join(timeout=60)
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return codes
