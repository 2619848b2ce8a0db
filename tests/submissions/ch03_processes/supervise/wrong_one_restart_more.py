# fails: restarts: max_restarts=2 and a target that always fails: the comparison lets a fourth start happen
# kind: wrong_result
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes, restarts = [], 0
    while True:
        process = Process(target=target, args=args)
        process.start()
        process.join()
        codes.append(process.exitcode)
        if process.exitcode == 0 or restarts > max_restarts:
            return codes
        restarts += 1
