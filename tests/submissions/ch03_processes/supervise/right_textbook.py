# right: a for loop over the starts allowed
import multiprocessing


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = []
    for _ in range(max_restarts + 1):
        process = multiprocessing.Process(target=target, args=args)
        process.start()
        process.join()
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return codes
