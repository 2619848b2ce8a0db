# right: a Future and a Thread per item; all joined before the first result() is asked for
import threading
import multiprocessing as mp

from concurrent.futures import Future
def map_in_threads(function, items):
    futures, threads = [], []
    def run(f, x):
        try: f.set_result(function(x))
        except Exception as e: f.set_exception(e)
    for x in items:
        f = Future(); futures.append(f)
        t = threading.Thread(target=run, args=(f, x)); t.start(); threads.append(t)
    for t in threads: t.join()
    return [f.result() for f in futures]

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
