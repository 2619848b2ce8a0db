# fails: basics: a tuple is returned, not a list
# kind: wrong_result
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = ()
    while True:
        process = Process(target=target, args=args)
        process.start()
        process.join()
        codes += (process.exitcode,)
        if process.exitcode == 0 or len(codes) > max_restarts:
            return codes
