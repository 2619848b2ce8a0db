# fails: real_processes: a large answer: the child cannot end before its queue is read, the caller reads after its end
# kind: deadlock|hang|exception|wrong_result
from multiprocessing import Process, SimpleQueue


class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(f"the child ended with exit code {exitcode}")
        self.exitcode = exitcode


def _answer(answers, function, args):
    try:
        answer = (True, function(*args))
    except Exception as error:
        answer = (False, error)
    answers.put(answer)


def run_isolated(function, *args, timeout=None):
    answers = SimpleQueue()
    process = Process(target=_answer, args=(answers, function, args))
    process.start()
    process.join(timeout)
    if process.exitcode is None and answers.empty():
        process.kill()
        process.join()
        raise TimeoutError(f"no answer within {timeout} seconds")
    process.join()
    if answers.empty():
        raise ChildCrashed(process.exitcode)
    good, content = answers.get()
    answers.close()
    if not good:
        raise content
    return content
