# right: results and errors by two queues, ended by a mark of each worker
import multiprocessing as mp

def worker(tasks, results, errors, work):
    for task in iter(tasks.get, None):
        i, x = task
        try:
            y = work(x)
        except Exception as e:
            errors.put((i, e))
        else:
            results.put((i, y))
        tasks.task_done()
    results.put(None)
    errors.put(None)
    tasks.task_done()

def drain(q, n):
    d = {}
    while n:
        m = q.get()
        if m is None: n -= 1
        else: d[m[0]] = m[1]
    return d

def process_all(items, work, workers=2):
    tasks, results, errors = mp.JoinableQueue(), mp.Queue(), mp.Queue()
    ps = []
    for _ in range(workers):
        p = mp.Process(target=worker, args=(tasks, results, errors, work))
        p.start(); ps.append(p)
    for task in enumerate(items): tasks.put(task)
    for _ in ps: tasks.put(None)
    r = drain(results, workers)
    e = drain(errors, workers)
    tasks.join()
    for p in ps: p.join()
    tasks.close()
    return r, e
