# fails: timeouts: the answer is waited for without a limit, the timeout is for the child's end: a function that hangs, hangs
# kind: deadlock|hang
from multiprocessing import Pipe, Process
from threading import Timer


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
    late = []

    def end():
        late.append(True)
        process.kill()

    timer = None
    try:
        good, content = receiver.recv()
    except (EOFError, OSError):
        good, content = None, None
    if timer:
        timer.cancel()
        timer.join()
    process.join(timeout)
    if process.exitcode is None:
        end()
        process.join()
    receiver.close()
    if good is None:
        if late:
            raise TimeoutError(f"no answer within {timeout} seconds")
        raise ChildCrashed(process.exitcode)
    if not good:
        raise content
    return content
