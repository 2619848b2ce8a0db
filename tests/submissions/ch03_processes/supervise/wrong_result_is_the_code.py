# fails: basics: a wrapper passes what the target returns to sys.exit: a target that returns 7 ends with exit code 7
# kind: wrong_result
import multiprocessing as mp, sys
def _child(target, args):
    sys.exit(target(*args))
def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0: raise ValueError
    r = []
    for i in range(max_restarts+1):
        p = mp.Process(target=_child, args=(target, args)); p.start(); p.join(); r.append(p.exitcode)
        if r[-1] == 0: break
    return r
