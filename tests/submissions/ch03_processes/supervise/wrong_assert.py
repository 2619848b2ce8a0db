# fails: arguments: max_restarts=-1 is an AssertionError, not a ValueError
# kind: exception|wrong_result
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    assert max_restarts >= 0, "max_restarts must not be negative"
    codes = []
    for _ in range(max_restarts + 1):
        process = Process(target=target, args=args)
        process.start()
        process.join()
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return codes
