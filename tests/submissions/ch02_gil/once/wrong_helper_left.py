# fails: basics: the function runs in a helper thread, which has not ended yet when the callers return
# kind: leak
from concurrent.futures import Future
from threading import Lock, Thread


def _run(function, future):
    try:
        future.set_result(function())
    except Exception as error:
        future.set_exception(error)


def once(function):
    lock = Lock()
    results = []

    def call():
        with lock:
            if not results:
                future = Future()
                Thread(target=_run, args=(function, future), daemon=True).start()
                results.append(future.result())
            return results[0]

    return call
