# right: the answer is a Future of its own that the first success, or the last failure, fulfils
from concurrent.futures import Future, InvalidStateError
from threading import Lock


def first_success(executor, calls):
    answer = Future()
    lock = Lock()
    futures, failed = [], 0

    def on_done(future):
        nonlocal failed
        if future.cancelled():
            return
        if future.exception() is not None:
            with lock:
                failed += 1
                last = total is not None and failed == total
            if last:
                try:
                    answer.set_result(None)
                except InvalidStateError:
                    pass
            return
        try:
            answer.set_result(future)
        except InvalidStateError:
            pass

    total = None
    for call in calls:
        future = executor.submit(call)
        futures.append(future)
        future.add_done_callback(on_done)
    if not futures:
        raise ValueError("calls is empty")
    with lock:
        total = len(futures)
        last = failed == total
    if last:
        try:
            answer.set_result(None)
        except InvalidStateError:
            pass
    first = answer.result()
    if first is None:
        raise ExceptionGroup("all failed", [f.exception() for f in futures])
    for f in futures:
        f.cancel()
    return first.result()
