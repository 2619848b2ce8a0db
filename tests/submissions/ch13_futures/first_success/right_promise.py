# right: a Future of its own is the promise; the first success or the last failure sets it
import threading
from concurrent.futures import Future


def first_success(executor, calls):
    calls = list(calls)
    if not calls:
        raise ValueError("calls is empty")
    promise = Future()
    lock = threading.Lock()
    errors = {}

    def finished(index, future):
        if future.cancelled():
            return
        error = future.exception()
        with lock:
            if promise.done():
                return
            if error is None:
                promise.set_result(future.result())
                return
            errors[index] = error
            if len(errors) == len(calls):
                in_order = [errors[i] for i in range(len(calls))]
                promise.set_exception(ExceptionGroup("all calls failed", in_order))

    futures = []
    for index, call in enumerate(calls):
        future = executor.submit(call)
        futures.append(future)
        future.add_done_callback(lambda future, index=index: finished(index, future))
    try:
        return promise.result()
    finally:
        for future in futures:
            future.cancel()
