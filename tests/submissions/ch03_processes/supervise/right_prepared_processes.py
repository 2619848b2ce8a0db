# right: all process objects are made beforehand; only those that are needed are started
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("no negative number of restarts")
    spare = [Process(target=target, args=args) for _ in range(max_restarts + 1)]
    codes = {}
    for number, process in enumerate(spare):
        process.start()
        process.join()
        codes[number] = process.exitcode
        if codes[number] == 0:
            break
    return list(codes.values())
