# fails: basics: the caller looks every hundredth of a second whether an answer is there or the child has ended
# kind: livelock
import time
from multiprocessing import Pipe, Process


class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(f"the child ended with exit code {exitcode}")
        self.exitcode = exitcode


def _answer(sender, function, args):
    try:
        answer = (True, function(*args))
    except Exception as error:
        answer = (False, error)
    sender.send(answer)
    sender.close()


def run_isolated(function, *args, timeout=None):
    receiver, sender = Pipe(duplex=False)
    process = Process(target=_answer, args=(sender, function, args))
    process.start()
    sender.close()
    deadline = None if timeout is None else time.monotonic() + timeout
    while not receiver.poll():
        if deadline is not None and time.monotonic() >= deadline:
            process.kill()
            process.join()
            raise TimeoutError(f"no answer within {timeout} seconds")
        time.sleep(0.01)
    try:
        good, content = receiver.recv()
    except (EOFError, OSError):
        good, content = None, None
    process.join()
    receiver.close()
    if good is None:
        raise ChildCrashed(process.exitcode)
    if not good:
        raise content
    return content
