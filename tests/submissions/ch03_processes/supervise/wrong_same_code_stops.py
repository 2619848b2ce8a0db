# fails: restarts: the process fails twice with the same code: it is taken for hopeless and not started again
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
        hopeless = process.exitcode in codes[-1:]
        codes.append(process.exitcode)
        if process.exitcode == 0 or hopeless:
            break
    return codes
