# right: the processes are waited for by map_in_threads itself
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
        if e is not None: raise e
    return results

def _tchild(w, f, x):
    try: m = True, f(x)
    except Exception as e: m = False, e
    w.send(m)
def map_in_processes(function, items):
    prepared = []
    for x in items:
        r, w = mp.Pipe(False)
        p = mp.Process(target=_tchild, args=(w, function, x))
        p.start(); w.close()
        prepared.append((p, r))
    def wait_for(pr):
        p, r = pr
        ok, v = r.recv()
        p.join(); r.close()
        if not ok: raise v
        return v
    return map_in_threads(wait_for, prepared)
