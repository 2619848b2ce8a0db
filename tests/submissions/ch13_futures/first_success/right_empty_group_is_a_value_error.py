# right: ExceptionGroup itself raises ValueError for no exceptions
import queue


def first_success(executor, calls):
    done = queue.SimpleQueue()
    futures = []
    for call in calls:
        future = executor.submit(call)
        future.add_done_callback(done.put)
        futures.append(future)
    for _ in futures:
        future = done.get()
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
