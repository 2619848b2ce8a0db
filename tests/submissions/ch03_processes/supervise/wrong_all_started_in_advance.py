# fails: basics: all the restarts are started at once, in case they are needed
# kind: overlap|wrong_result|leak
import multiprocessing as mp
def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0: raise ValueError
    ps = [mp.Process(target=target, args=args) for _ in range(max_restarts+1)]
    for p in ps: p.start()
    for p in ps: p.join()
    r = []
    for p in ps:
        r.append(p.exitcode)
        if p.exitcode == 0: break
    return r
