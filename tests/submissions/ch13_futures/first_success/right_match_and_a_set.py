# right: match statement; a set of the futures that have not ended
from queue import SimpleQueue


def first_success(executor, calls):
    order = SimpleQueue()
    futures = [track(executor.submit(call), order) for call in calls]
    match futures:
        case []:
            raise ValueError("no calls")
    remaining = set(futures)
    while remaining:
        future = order.get()
        remaining.remove(future)
        if future.exception() is None:
            for f in remaining:
                f.cancel()
            return future.result()
    raise ExceptionGroup("all", tuple(f.exception() for f in futures))


def track(future, order):
    future.add_done_callback(order.put)
    return future
