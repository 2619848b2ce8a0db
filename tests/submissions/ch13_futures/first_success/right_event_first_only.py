# right: an event rung by the first success and by the last failure; only successes are kept, in the order of finishing
import threading
from functools import partial


class _Race:
    def __init__(self):
        self.lock = threading.Lock()
        self.over = threading.Event()
        self.winner = None
        self.running = 1                        # one for the submitting itself

    def begin(self):
        with self.lock:
            self.running += 1

    def end(self, future=None):
        with self.lock:
            self.running -= 1
            good = future is not None and not future.cancelled() and future.exception() is None
            if good and self.winner is None:
                self.winner = future
            if good or self.running == 0:
                self.over.set()


def first_success(executor, calls):
    race = _Race()
    futures = []
    for call in calls:
        race.begin()
        future = executor.submit(call)
        future.add_done_callback(partial(_Race.end, race))
        futures.append(future)
    race.end()
    if not futures:
        raise ValueError("first_success() needs at least one call")
    race.over.wait()
    if race.winner is None:
        raise ExceptionGroup("no success", [future.exception() for future in futures])
    for future in futures:
        future.cancel()
    return race.winner.result()
