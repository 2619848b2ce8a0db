# fails: basics: the first start ends with 0, and it is started again all the same
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
        codes.append(process.exitcode)
        if codes and codes[-1] == 0 and len(codes) > 1:
            break
    return codes
