# fails: real_processes: under fork each worker inherits the caller's end of its own pipe: closing it in the caller is no end of
# file, and join waits for ever
# kind: hang|deadlock
from multiprocessing import Pool
from functools import partial
def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)

import multiprocessing as mp
def _work(function, conn):
    with conn:
        while True:
            try: item = conn.recv()
            except EOFError: return
            conn.send(_settle(function, *item))
def map_settled(function, items, processes=2):
    from multiprocessing.connection import wait
    items = list(items)
    out = [None] * len(items)
    team = []
    for _ in range(processes):
        here, there = mp.Pipe()
        p = mp.Process(target=_work, args=(function, there))
        p.start(); there.close()
        team.append((p, here))
    todo = iter(enumerate(items)); busy = {}
    def give(conn):
        for n, item in todo:
            conn.send((item,)); busy[conn] = n
            return
    for _, c in team: give(c)
    while busy:
        for c in wait(list(busy)):
            out[busy.pop(c)] = c.recv()
            give(c)
    for p, c in team:
        c.close()
    for p, c in team: p.join()
    return out
