# fails: basics: the codes stand in the list in the order newest first
# kind: wrong_result
from collections import deque
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = deque()
    for _ in range(max_restarts + 1):
        process = Process(target=target, args=args)
        process.start()
        process.join()
        codes.appendleft(process.exitcode)
        if process.exitcode == 0:
            break
    return list(codes)
