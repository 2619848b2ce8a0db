# fails: errors: the first call raised; a later caller gets the same exception again instead of running the function
# kind: exception|wrong_result
from threading import Lock


def once(function):
    lock = Lock()
    outcome = []

    def call():
        with lock:
            if not outcome:
                try:
                    outcome.append((True, function()))
                except Exception as error:
                    outcome.append((False, error))
        good, content = outcome[0]
        if not good:
            raise content
        return content

    return call
