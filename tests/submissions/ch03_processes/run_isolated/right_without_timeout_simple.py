# right: two ways: without a timeout the caller itself receives, with one a thread does
from multiprocessing import Pipe, Process
from threading import Thread


class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__("child crashed", exitcode)
        self.exitcode = exitcode


def _job(pipe, function, args):
    try:
        pipe.send([function(*args)])
    except Exception as error:
        pipe.send(error)


def _receive(pipe, into):
    try:
        into.append(pipe.recv())
    except (EOFError, OSError):
        into.append(None)


def run_isolated(function, *args, timeout=None):
    pipe, far = Pipe(False)
    process = Process(target=_job, args=(far, function, args))
    process.start()
    far.close()
    got = []
    try:
        if timeout is None:
            _receive(pipe, got)
        else:
            thread = Thread(target=_receive, args=(pipe, got), name="receiver")
            thread.start()
            thread.join(max(timeout, 0))
            if not got:
                process.kill()
                thread.join()
                raise TimeoutError(timeout)
            thread.join()
    finally:
        process.join()
        pipe.close()
    answer = got[0]
    if answer is None:
        raise ChildCrashed(process.exitcode)
    if isinstance(answer, Exception):
        raise answer
    return answer[0]
