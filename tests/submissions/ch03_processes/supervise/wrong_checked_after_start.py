# fails: arguments: max_restarts=-1: the first process has been started when the ValueError is raised, and is left running
# kind: leak|wrong_result
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    process = Process(target=target, args=args)
    process.start()
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    process.join()
    codes = [process.exitcode]
    while codes[-1] != 0 and len(codes) <= max_restarts:
        process = Process(target=target, args=args)
        process.start()
        process.join()
        codes.append(process.exitcode)
    return codes
