# fails: real_processes: a thread ends before the next one starts, which gets the same identifier: its result takes the other's place
# kind: wrong_result|exception
import threading
import multiprocessing as mp

def map_in_threads(function, items):
    items = list(items); res = {}; err = {}
    def work(x):
        try: res[threading.get_ident()] = function(x)
        except Exception as e: err[threading.get_ident()] = e
    ts = [threading.Thread(target=work, args=(x,)) for x in items]
    for t in ts: t.start()
    for t in ts: t.join()
    for t in ts:
        if t.ident in err: raise err[t.ident]
    return [res[t.ident] for t in ts]

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
