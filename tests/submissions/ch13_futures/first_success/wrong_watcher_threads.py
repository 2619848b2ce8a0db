# fails: order: a daemon thread per future waits for it; those of the calls still running are left when the result is returned
# kind: leak
import queue
import threading


def first_success(executor, calls):
    finished = queue.SimpleQueue()
    futures = []

    def watch(future):
        future.add_done_callback(finished.put)
        try:
            future.exception()
        except Exception:
            pass

    for call in calls:
        futures.append(executor.submit(call))
        threading.Thread(target=watch, args=(futures[-1],), daemon=True).start()
    if not futures:
        raise ValueError("no calls")
    for _ in futures:
        future = finished.get()
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise ExceptionGroup("all failed", [future.exception() for future in futures])
