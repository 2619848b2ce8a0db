# fails: crashes: the function runs in a thread of the caller, which os._exit() ends, too; SystemExit is all it can catch
# kind: wrong_result|exception|hang|deadlock|leak
from threading import Thread


class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(f"the child ended with exit code {exitcode}")
        self.exitcode = exitcode


def run_isolated(function, *args, timeout=None):
    answers = []

    def answer():
        try:
            answers.append((True, function(*args)))
        except SystemExit as stop:
            answers.append((False, ChildCrashed(stop.code)))
        except Exception as error:
            answers.append((False, error))

    thread = Thread(target=answer, daemon=True)
    thread.start()
    thread.join(timeout)
    if not answers:
        raise TimeoutError(f"no answer within {timeout} seconds")
    good, content = answers[0]
    if not good:
        raise content
    return content
