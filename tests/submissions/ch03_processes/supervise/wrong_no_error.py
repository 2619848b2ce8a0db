# fails: arguments: max_restarts=-1: range(0) is empty, and an empty list is returned instead of a ValueError
# kind: wrong_result|exception
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    codes = []
    for _ in range(max_restarts + 1):
        process = Process(target=target, args=args)
        process.start()
        process.join()
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return codes
