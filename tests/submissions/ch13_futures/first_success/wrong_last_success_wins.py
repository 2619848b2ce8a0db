# fails: order: A succeeds, then B succeeds before the waiter runs: B has overwritten A
# kind: wrong_result|race
import threading


def first_success(executor, calls):
    changed = threading.Condition()
    state = {"failed": 0}

    def finished(future):
        if future.cancelled():
            return
        with changed:
            if future.exception() is None:
                state["winner"] = future
            else:
                state["failed"] += 1
            changed.notify_all()

    futures = []
    for call in calls:
        futures.append(executor.submit(call))
        futures[-1].add_done_callback(finished)
    if not futures:
        raise ValueError("no calls")
    with changed:
        changed.wait_for(lambda: "winner" in state or state["failed"] == len(futures))
        winner = state.get("winner")
    for future in futures:
        future.cancel()
    if winner is not None:
        return winner.result()
    raise ExceptionGroup("all failed", [future.exception() for future in futures])
