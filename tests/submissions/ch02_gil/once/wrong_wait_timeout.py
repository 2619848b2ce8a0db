# fails: one_call: the function takes longer than the minute the others wait for it: they find no result
# kind: exception|wrong_result|race
from threading import Event, Lock


def once(function):
    lock = Lock()
    state = {"attempt": None}
    results = []

    def call():
        while not results:
            with lock:
                attempt = state["attempt"]
                first = attempt is None
                if first:
                    attempt = state["attempt"] = Event()
            if results:
                break
            if first:
                try:
                    results.append(function())
                finally:
                    state["attempt"] = None
                    attempt.set()
            elif not attempt.wait(timeout=60):
                raise TimeoutError("the other caller does not come to an end")
        return results[0]

    return call
