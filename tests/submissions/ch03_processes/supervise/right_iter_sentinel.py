# right: iter(callable, 0) ends at the first zero; the callable itself keeps the codes, the zero too
from itertools import islice
from multiprocessing import get_context


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts")
    context = get_context()
    codes = []

    def once():
        process = context.Process(target=target, args=args)
        process.start()
        process.join()
        codes.append(process.exitcode)
        return codes[-1]

    for _ in islice(iter(once, 0), max_restarts + 1):
        pass
    return codes
