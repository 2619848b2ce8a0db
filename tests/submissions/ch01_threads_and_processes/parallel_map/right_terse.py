# right: as short as it gets; outcomes are one-element closures
from multiprocessing import Pipe, Process
from threading import Thread


def _try(function, item):
    try:
        return 0, function(item)
    except Exception as e:
        return 1, e


def _send(end, *call):
    end.send(_try(*call))


def _open(outcomes):
    for failed, x in outcomes:
        if failed:
            raise x
    return [x for _, x in outcomes]


def map_in_threads(function, items):
    out = {}
    ts = [Thread(target=lambda i=i, x=x: out.update({i: _try(function, x)})) for i, x in enumerate(items)]
    [t.start() for t in ts], [t.join() for t in ts]
    return _open([out[i] for i in range(len(ts))])


def map_in_processes(function, items):
    pipes = [(Pipe(), x) for x in items]
    ps = [Process(target=_send, args=(b, function, x)) for (_, b), x in pipes]
    [p.start() for p in ps]
    out = [a.recv() for (a, _), _ in pipes]
    [p.join() for p in ps]
    return _open(out)
