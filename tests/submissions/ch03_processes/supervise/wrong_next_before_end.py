# fails: restarts: the next start happens when the pipe is at its end, the process before may still run: two at once
# kind: overlap|leak|wrong_result|race
from multiprocessing import Pipe, Process


def _run(sender, target, args):
    try:
        target(*args)
        sender.send(True)
    finally:
        sender.close()


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    processes = []
    for _ in range(max_restarts + 1):
        receiver, sender = Pipe(False)
        process = Process(target=_run, args=(sender, target, args))
        process.start()
        sender.close()
        processes.append(process)
        try:
            if receiver.recv():
                break
        except EOFError:
            continue
        finally:
            receiver.close()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]
