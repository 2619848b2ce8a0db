# fails: basics: the target runs in a thread; its exit codes are those of SystemExit, and os._exit ends the caller
# kind: wrong_result|exception|hang|deadlock|leak
from threading import Thread


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = []

    def run():
        try:
            target(*args)
        except SystemExit as stop:
            codes.append(stop.code or 0)
        except Exception:
            codes.append(1)
        else:
            codes.append(0)

    for _ in range(max_restarts + 1):
        thread = Thread(target=run)
        thread.start()
        thread.join()
        if codes[-1] == 0:
            break
    return codes
