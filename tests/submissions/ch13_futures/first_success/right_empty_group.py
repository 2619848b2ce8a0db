# right: no check for no calls: an ExceptionGroup of no exceptions is itself a ValueError
from queue import Queue


def first_success(executor, calls):
    line = Queue()
    futures = [executor.submit(call) for call in calls]
    for future in futures:
        future.add_done_callback(line.put)
    for future in iter(line.get, None) if futures else ():
        try:
            value = future.result()
        except Exception:
            if all(f.done() for f in futures) and line.empty():
                if not [f for f in futures if f.exception() is None]:
                    break
        else:
            for f in futures:
                f.cancel()
            return value
    raise ExceptionGroup("no call succeeded", [f.exception() for f in futures])
