# fails: basics: decrement below zero waits for an increment that never comes; a counter may be negative
# kind: deadlock|hang|lost_wakeup
from threading import Condition


class Counter:
    def __init__(self, start=0):
        self._changed = Condition()
        self._value = start

    def increment(self, amount=1):
        with self._changed:
            self._value += amount
            self._changed.notify_all()

    def decrement(self, amount=1):
        with self._changed:
            self._changed.wait_for(lambda: self._value >= amount)
            self._value -= amount

    @property
    def value(self):
        with self._changed:
            return self._value
