# fails: basics: the list of codes is a default argument: a second call returns the codes of the first as well
# kind: wrong_result
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3, codes=[]):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    for _ in range(max_restarts + 1):
        process = Process(target=target, args=args)
        process.start()
        process.join()
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return list(codes)
