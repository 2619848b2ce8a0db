# fails: crashes: a child killed in the middle of a large answer: get() waits for the rest of it for ever, as the caller holds
#        the queue open too (for real, any large answer hangs: the child cannot end before its queue is read)
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
