# fails: basics: join(0.1) in a loop until the process is not alive any more is polling
# kind: livelock
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = []
    for _ in range(max_restarts + 1):
        process = Process(target=target, args=args)
        process.start()
        while process.is_alive():
            process.join(0.1)
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return codes
