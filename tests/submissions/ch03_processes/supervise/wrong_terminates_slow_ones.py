# fails: restarts: a process that runs longer than a minute is terminated: its exit code is -15 instead of its own
# kind: wrong_result
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = []
    while len(codes) <= max_restarts:
        process = Process(target=target, args=args)
        process.start()
        process.join(60)
        if process.is_alive():
            process.terminate()
            process.join()
        codes.append(process.exitcode)
        if codes[-1] == 0:
            break
    return codes
