# fails: crashes: the child ends without an answer: get() on the queue waits for ever
# kind: deadlock|hang
import queue
from multiprocessing import Process, Queue


class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(f"the child ended with exit code {exitcode}")
        self.exitcode = exitcode


def _answer(answers, function, args):
    try:
        answers.put((True, function(*args)))
    except Exception as error:
        answers.put((False, error))


def run_isolated(function, *args, timeout=None):
    answers = Queue()
    process = Process(target=_answer, args=(answers, function, args))
    process.start()
    try:
        good, content = answers.get(timeout=timeout)
    except queue.Empty:
        process.kill()
        process.join()
        if process.exitcode != -9:
            raise ChildCrashed(process.exitcode) from None
        raise TimeoutError(f"no answer within {timeout} seconds") from None
    process.join()
    answers.close()
    if not good:
        raise content
    return content
