# fails: basics: the end of the pipe comes a moment before the end of the process: the exit code may still be None
# kind: race|wrong_result|leak
from multiprocessing import Pipe, Process


def _run(sender, target, args):
    try:
        target(*args)
    finally:
        sender.close()


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = []
    for _ in range(max_restarts + 1):
        receiver, sender = Pipe(False)
        process = Process(target=_run, args=(sender, target, args))
        process.start()
        sender.close()
        try:
            receiver.recv()
        except EOFError:
            receiver.close()
        codes.append(process.exitcode)
        process.join()
        if codes[-1] == 0:
            break
    return codes
