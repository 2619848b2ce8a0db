"""The demo of start.ipynb: two waiters who count the cups they carry, wrongly and rightly."""

from threading import Lock, Thread


class Tally:
    """A number of cups."""

    def __init__(self):
        self.cups = 0
        self.lock = Lock()

    def add(self):
        """Reads, adds, writes: three steps, and another thread may come in between."""
        self.cups += 1

    def add_locked(self):
        """The same three steps, with nobody in between."""
        with self.lock:
            self.cups += 1


def count_with(add):
    """Two threads call `add` once each; the tally must then be 2."""
    tally = Tally()
    waiters = [Thread(target=add, args=(tally,), name=f"waiter {number}") for number in (1, 2)]
    for waiter in waiters:
        waiter.start()
    for waiter in waiters:
        waiter.join()
    assert tally.cups == 2, f"two cups were carried, but {tally.cups} counted"


def unlocked():
    """Nearly always right when it runs for real."""
    count_with(Tally.add)


def locked():
    """Always right."""
    count_with(Tally.add_locked)
