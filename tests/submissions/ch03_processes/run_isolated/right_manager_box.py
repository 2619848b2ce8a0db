# right: a manager's dictionary takes the answer, so the child never blocks on a pipe that nobody reads
import multiprocessing


class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(exitcode)
        self.exitcode = exitcode


def _fill(box, function, args):
    try:
        answer = (True, function(*args))
    except Exception as error:
        answer = (False, error)
    box["answer"] = answer


def run_isolated(function, *args, timeout=None):
    with multiprocessing.Manager() as manager:
        box = manager.dict()
        process = multiprocessing.Process(target=_fill, args=(box, function, args))
        process.start()
        process.join(timeout)
        if process.exitcode is None and "answer" not in box:
            process.kill()
            process.join()
            raise TimeoutError("the child did not answer in time")
        process.join()
        answer = box.get("answer")
    if answer is None:
        raise ChildCrashed(process.exitcode)
    good, content = answer
    if not good:
        raise content
    return content
