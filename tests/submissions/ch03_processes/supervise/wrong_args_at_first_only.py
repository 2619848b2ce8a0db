# fails: restarts: the arguments are popped for the first start; a restart calls the target without any
# kind: wrong_result|exception
from multiprocessing import Process


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    options = {"target": target, "args": args}
    codes = []
    for _ in range(max_restarts + 1):
        process = Process(target=options["target"], args=options.pop("args", ()))
        process.start()
        process.join()
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return codes
