# fails: basics: the child has answered and ended before the caller looks: both are ready, and a crash is reported
# kind: race|exception|wrong_result
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


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
    ready = wait([process.sentinel, receiver], timeout)
    if not ready:
        process.kill()
        process.join()
        raise TimeoutError(f"no answer within {timeout} seconds")
    if process.sentinel in ready:
        process.join()
        raise ChildCrashed(process.exitcode)
    try:
        good, content = receiver.recv()
    except (EOFError, OSError):
        process.join()
        raise ChildCrashed(process.exitcode) from None
    process.join()
    receiver.close()
    if not good:
        raise content
    return content
