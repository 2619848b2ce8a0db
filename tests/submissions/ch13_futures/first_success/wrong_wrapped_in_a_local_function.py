# fails: basics: the calls are wrapped in a function that cannot be pickled for a process pool
# kind: wrong_result|exception
import queue


def first_success(executor, calls):
    done = queue.SimpleQueue()
    futures = []

    def run(call):
        return call()

    for call in calls:
        future = executor.submit(run, call)
        future.add_done_callback(done.put)
        futures.append(future)
    if not futures:
        raise ValueError("no calls")
    for _ in futures:
        future = done.get()
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
