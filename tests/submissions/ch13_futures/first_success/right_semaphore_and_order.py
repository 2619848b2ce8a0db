# right: a list of finishers (append is atomic) and a semaphore that counts them
from collections import deque
from threading import Semaphore


def first_success(executor, calls):
    order, bell = deque(), Semaphore(0)

    def finished(future):
        order.append(future)
        bell.release()

    futures = tuple(map(executor.submit, calls))
    for future in futures:
        future.add_done_callback(finished)
    if len(futures) == 0:
        raise ValueError("no calls given")
    for _ in futures:
        bell.acquire()
        future = order.popleft()
        if future.exception() is None:
            [other.cancel() for other in futures if other is not future]
            return future.result()
    raise ExceptionGroup(f"{len(futures)} calls failed", [f.exception() for f in futures])
