# fails: restarts: the child tells its code by a pipe; one that is killed or leaves by os._exit tells nothing: EOFError here
# kind: exception|leak
from multiprocessing import Pipe, Process


def _report(sender, target, args):
    code = 1
    try:
        target(*args)
        code = 0
    except SystemExit as stop:
        code = stop.code or 0
        raise
    finally:
        sender.send(code)


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = []
    for _ in range(max_restarts + 1):
        receiver, sender = Pipe(False)
        process = Process(target=_report, args=(sender, target, args))
        process.start()
        sender.close()
        try:
            codes.append(receiver.recv())
        finally:
            process.join()
        if codes[-1] == 0:
            break
    return codes
