# fails: basics: the child's target is a nested function, which a spawned process cannot be given
# kind: exception
from multiprocessing import Pipe, Process
from threading import Thread


class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(f"the child ended with exit code {exitcode}")
        self.exitcode = exitcode


def run_isolated(function, *args, timeout=None):
    def answer():
        try:
            result = (True, function(*args))
        except Exception as error:
            result = (False, error)
        sender.send(result)

    receiver, sender = Pipe(duplex=False)
    process = Process(target=answer)
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
