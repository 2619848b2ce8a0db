# right: processes and pipes by hand, in batches of as many as there are workers
from multiprocessing import Pool
from functools import partial

import multiprocessing as mp
def _work(mapper, reducer, conn):
    with conn:
        while (job := conn.recv()) is not None:
            kind, args = job
            try:
                conn.send((True, list(mapper(*args)) if kind == "map" else reducer(*args)))
            except Exception as e:
                conn.send((False, e))
def _all(team, kind, jobs):
    results = []
    for start in range(0, len(jobs), len(team)):
        batch = jobs[start:start + len(team)]
        for (p, c), args in zip(team, batch): c.send((kind, args))
        results += [c.recv() for (p, c), args in zip(team, batch)]
    for good, x in results:
        if not good: raise x
    return [x for _, x in results]
def map_reduce(mapper, reducer, documents, processes=2):
    team = []
    try:
        for _ in range(processes):
            here, there = mp.Pipe()
            p = mp.Process(target=_work, args=(mapper, reducer, there))
            p.start(); there.close()
            team.append((p, here))
        groups = {}
        for part in _all(team, "map", [(d,) for d in documents]):
            for k, v in part: groups.setdefault(k, []).append(v)
        return dict(zip(groups, _all(team, "reduce", list(groups.items()))))
    finally:
        for p, c in team: c.send(None)
        for p, c in team:
            p.join(); c.close()
