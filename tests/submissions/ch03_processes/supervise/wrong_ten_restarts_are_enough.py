# fails: restarts: max_restarts is capped at 10: with max_restarts=30 a target that always fails starts 11 times only
# kind: wrong_result
import multiprocessing as mp
def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0: raise ValueError
    r = []
    for i in range(min(max_restarts, 10) + 1):
        p = mp.Process(target=target, args=args); p.start(); p.join(); r.append(p.exitcode)
        if r[-1] == 0: break
    return r
