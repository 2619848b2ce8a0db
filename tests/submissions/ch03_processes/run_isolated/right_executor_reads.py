# right: an executor of one thread receives; futures.wait() keeps its timeout apart from what the function raises
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from multiprocessing import get_context


class ChildCrashed(Exception):
    def __init__(self, exitcode=None):
        self.exitcode = exitcode
        super().__init__(exitcode)


def _work(end, function, args):
    try:
        outcome = "returned", function(*args)
    except Exception as error:
        outcome = "raised", error
    end.send(outcome)


def run_isolated(function, *args, timeout=None):
    context = get_context()
    mine, yours = context.Pipe()
    process = context.Process(target=_work, args=(yours, function, args))
    process.start()
    yours.close()
    with closing(mine), ThreadPoolExecutor(max_workers=1) as executor:
        receiving = executor.submit(mine.recv)
        _, missing = wait([receiving], timeout)
        if missing:
            process.kill()
        problem = receiving.exception()
    process.join()
    if missing:
        raise TimeoutError("out of time")
    if problem is not None:
        raise ChildCrashed(process.exitcode)
    how, what = receiving.result()
    if how == "raised":
        raise what
    return what
