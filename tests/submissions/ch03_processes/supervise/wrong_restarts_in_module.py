# fails: restarts: the restarts are counted in a module variable: a second call has fewer left
# kind: wrong_result
from multiprocessing import Process

_restarts = 0


def supervise(target, args=(), max_restarts=3):
    global _restarts
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = []
    while True:
        process = Process(target=target, args=args)
        process.start()
        process.join()
        codes.append(process.exitcode)
        if process.exitcode == 0 or _restarts >= max_restarts:
            return codes
        _restarts += 1
