# fails: restarts: a pool's worker that dies takes its task along: get() waits for ever
# kind: deadlock|hang|livelock|leak
from multiprocessing import Pool


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    codes = []
    for _ in range(max_restarts + 1):
        with Pool(1) as pool:
            try:
                pool.apply(target, args)
                codes.append(0)
            except Exception:
                codes.append(1)
            finally:
                pool.close()
                pool.join()
        if codes[-1] == 0:
            break
    return codes
