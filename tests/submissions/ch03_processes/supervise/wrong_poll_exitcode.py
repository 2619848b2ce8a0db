# fails: basics: the exit code is looked at again and again until it is not None
# kind: livelock
import time
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = []
    for _ in range(max_restarts + 1):
        process = Process(target=target, args=args)
        process.start()
        while process.exitcode is None:
            time.sleep(0.05)
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return codes
