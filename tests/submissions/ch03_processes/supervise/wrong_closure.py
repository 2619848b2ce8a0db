# fails: basics: the process runs a nested function, which cannot be pickled for a spawned process
# kind: exception
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")

    def run():
        target(*args)

    codes = []
    for _ in range(max_restarts + 1):
        process = Process(target=run)
        process.start()
        process.join()
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return codes
