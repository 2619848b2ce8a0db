# fails: restarts: a process ended by signal 9 is reported as 137, as a shell does, not as its exit code -9
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
        code = process.exitcode
        codes.append(code if code >= 0 else 128 - code)
        if code == 0:
            break
    return codes
