# fails: pool: processes in waves, answers received, nobody joined
# kind: leak
from multiprocessing import Pool
from functools import partial
def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)

import multiprocessing as mp
def _work(function, item, conn):
    conn.send(_settle(function, item)); conn.close()
def map_settled(function, items, processes=2):
    items = list(items); out = []
    while items:
        team = []
        for i in items[:processes]:
            a, b = mp.Pipe(False)
            p = mp.Process(target=_work, args=(function, i, b)); p.start(); b.close()
            team.append((p, a))
        del items[:processes]
        for p, a in team:
            out.append(a.recv())
    return out
