# right: duplex pipes though one way would do, terse, two passes over the answers
from multiprocessing import Pipe, Process


class WorkerDied(Exception):
    index = property(lambda self: self.args[0])


def _do(pipe, function, chunk):
    try:
        r = function(chunk), ()
    except Exception as e:
        r = None, (e,)
    pipe.send(r)


def _start(function, chunk):
    a, b = Pipe()
    p = Process(target=_do, args=(b, function, chunk))
    p.start()
    b.close()
    return p, a


def _answer(pair):
    p, a = pair
    try:
        return a.recv()
    except (EOFError, OSError):
        return None
    finally:
        p.join()
        a.close()


def scatter_gather(function, chunks):
    answers = list(map(_answer, [_start(function, chunk) for chunk in chunks]))
    for i, r in enumerate(answers):
        if r is None:
            raise WorkerDied(i)
        for e in r[1]:
            raise e
    return [value for value, _ in answers]
