# fails: timeouts: a child that ignores SIGTERM goes on: the caller waits for it for ever
# kind: deadlock|hang
from multiprocessing import Pipe, Process
from threading import Thread


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
        process.terminate()
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
