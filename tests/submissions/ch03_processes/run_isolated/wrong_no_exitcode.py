# fails: crashes: ChildCrashed carries the exit code in its args only; there is no attribute exitcode
# kind: exception|wrong_result|interface
from multiprocessing import Pipe, Process
from threading import Timer


class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(f"the child ended with exit code {exitcode}")


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

    timer = None if timeout is None else Timer(timeout, end)
    if timer:
        timer.start()
    try:
        good, content = receiver.recv()
    except (EOFError, OSError):
        good, content = None, None
    if timer:
        timer.cancel()
        timer.join()
    process.join()
    receiver.close()
    if good is None:
        if late:
            raise TimeoutError(f"no answer within {timeout} seconds")
        raise ChildCrashed(process.exitcode)
    if not good:
        raise content
    return content
