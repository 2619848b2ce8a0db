# right: errors are told from None by their truth
import threading
import multiprocessing as mp

def map_in_threads(function, items):
    items = list(items)
    results = [None] * len(items)
    errors = [None] * len(items)
    def work(i, item):
        try:
            results[i] = function(item)
        except Exception as e:
            errors[i] = e
    threads = [threading.Thread(target=work, args=(i, x)) for i, x in enumerate(items)]
    for t in threads: t.start()
    for t in threads: t.join()
    for e in errors:
        if e: raise e
    return results

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
