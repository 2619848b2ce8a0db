# fails: cancelling: shutdown(cancel_futures=True) ends the caller's executor and cancels the caller's other futures too
# kind: exception|wrong_result
import queue


def first_success(executor, calls):
    finished = queue.SimpleQueue()
    futures = []
    for call in calls:
        future = executor.submit(call)
        futures.append(future)
        future.add_done_callback(finished.put)
    if not futures:
        raise ValueError("no calls")
    for _ in futures:
        future = finished.get()
        if future.exception() is None:
            executor.shutdown(wait=False, cancel_futures=True)
            return future.result()
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
