# fails: threads_errors: executor.map cancels what has not begun when an earlier call raises: with call 0 over before call 1 is
#        submitted, its idle thread is to take call 1, too, which never runs
# kind: wrong_result|leak
import threading
import multiprocessing as mp

from concurrent.futures import ThreadPoolExecutor
def map_in_threads(function, items):
    items = list(items)
    with ThreadPoolExecutor(len(items) or 1) as ex:
        return list(ex.map(function, items))

def _child(conn, function, item):
    try:
        answer = (True, function(item))
    except Exception as e:
        answer = (False, e)
    conn.send(answer)
    conn.close()
def map_in_processes(function, items):
    jobs = []
    for item in items:
        r, w = mp.Pipe(False)
        p = mp.Process(target=_child, args=(w, function, item))
        p.start(); w.close()
        jobs.append((p, r))
    answers = [r.recv() for p, r in jobs]
    for p, r in jobs: p.join()
    for ok, v in answers:
        if not ok: raise v
    return [v for ok, v in answers]
