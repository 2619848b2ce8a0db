# fails: arguments: max_restarts=0 is allowed (one start, no restart), but raises ValueError
# kind: exception|wrong_result
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 1:
        raise ValueError("max_restarts must be positive")
    codes = []
    for _ in range(max_restarts + 1):
        process = Process(target=target, args=args)
        process.start()
        process.join()
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return codes
