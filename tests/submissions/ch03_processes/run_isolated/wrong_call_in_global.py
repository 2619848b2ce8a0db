# fails: basics: the call reaches the child in a module variable, which a forked child only sees
# kind: exception|wrong_result
from multiprocessing import Pipe, Process
from threading import Thread


class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(f"the child ended with exit code {exitcode}")
        self.exitcode = exitcode


_call = None


def _answer(sender):
    try:
        function, args = _call
        answer = (True, function(*args))
    except Exception as error:
        answer = (False, error)
    sender.send(answer)
    sender.close()


def run_isolated(function, *args, timeout=None):
    global _call
    _call = function, args
    receiver, sender = Pipe(duplex=False)
    process = Process(target=_answer, args=(sender,))
    process.start()
    sender.close()
    answers = []

    def read():
        try:
            answers.append(receiver.recv())
        except (EOFError, OSError):
            pass

    reader = Thread(target=read)
    reader.start()
    reader.join(timeout)
    late = reader.is_alive()
    if late:
        process.kill()
        reader.join()
    process.join()
    receiver.close()
    if late:
        raise TimeoutError(f"no answer within {timeout} seconds")
    if not answers:
        raise ChildCrashed(process.exitcode)
    good, content = answers[0]
    if good:
        return content
    raise content
