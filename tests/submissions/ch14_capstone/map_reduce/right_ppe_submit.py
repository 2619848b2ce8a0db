# right: futures; the reducers' results by as_completed, each with its key
from multiprocessing import Pool
from functools import partial
def _map(mapper, document):
    return list(mapper(document))

def _group(parts):
    groups = {}
    for part in parts:
        for key, value in part:
            groups.setdefault(key, []).append(value)
    return groups

import concurrent.futures as cf
def map_reduce(mapper, reducer, documents, processes=2):
    with cf.ProcessPoolExecutor(processes) as ex:
        fs = [ex.submit(_map, mapper, d) for d in documents]
        groups = _group(f.result() for f in fs)
        todo = {ex.submit(reducer, k, v): k for k, v in groups.items()}
        return {todo[f]: f.result() for f in cf.as_completed(todo)}
