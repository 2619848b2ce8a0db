# fails: nothing_left: a spare is started while the first runs; its "go" never comes when the first ends with 0
# kind: leak
from multiprocessing import Process, Semaphore


def _spare(go, target, args):
    go.acquire()
    target(*args)


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes, spares = [], []
    for number in range(max_restarts + 1):
        while len(spares) < 2 and number + len(spares) <= max_restarts:
            go = Semaphore(0)
            process = Process(target=_spare, args=(go, target, args), daemon=True)
            process.start()
            spares.append((go, process))
        go, process = spares.pop(0)
        go.release()
        process.join()
        codes.append(process.exitcode)
        if process.exitcode == 0:
            break
    return codes
