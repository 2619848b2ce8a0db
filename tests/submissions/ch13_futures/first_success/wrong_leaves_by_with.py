# fails: order: the with statement shuts the executor down and waits for all running calls before the result comes out
# kind: deadlock|hang|exception|wrong_result
import queue


def first_success(executor, calls):
    with executor:
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
                for other in futures:
                    other.cancel()
                return future.result()
        raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
