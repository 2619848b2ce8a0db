# fails: arguments: args=(1, 2): the target is called with one tuple instead of two arguments
# kind: wrong_result|exception
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = []
    for _ in range(max_restarts + 1):
        process = Process(target=target, args=args if len(args) < 2 else (args,))
        process.start()
        process.join()
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return codes
