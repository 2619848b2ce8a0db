# fails: errors: the function itself raises EOFError (or OSError), within the try that looks for the pipe's end: ChildCrashed(0)
# kind: exception|wrong_result
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

    timer = None if timeout is None else Timer(timeout, end)
    if timer:
        timer.start()
    try:
        good, content = receiver.recv()
        if not good:
            raise content
        return content
    except (EOFError, OSError):
        process.join()
        if late:
            raise TimeoutError(f"no answer within {timeout} seconds") from None
        raise ChildCrashed(process.exitcode) from None
    finally:
        if timer:
            timer.cancel()
            timer.join()
        process.join()
        receiver.close()
