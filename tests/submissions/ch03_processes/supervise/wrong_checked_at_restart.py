# fails: arguments: max_restarts=-1: the ValueError comes when a restart would be due, after the first process has run
# kind: wrong_result|exception
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    codes = []
    while True:
        process = Process(target=target, args=args)
        process.start()
        process.join()
        codes.append(process.exitcode)
        if max_restarts < 0:
            raise ValueError("max_restarts must not be negative")
        if process.exitcode == 0 or len(codes) > max_restarts:
            return codes
