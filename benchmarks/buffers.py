"""The programs that benchmarks/explorer.py explores: bounded buffers with two producers and two consumers.

``setup`` and ``workers_of`` are for the peer, ``main_…`` for our explorer: the same calls on the same classes.
"""

import threading
from collections import deque


class SemaphoreBuffer:
    def __init__(self, capacity):
        self.items = deque()
        self.mutex = threading.Lock()
        self.free = threading.Semaphore(capacity)
        self.used = threading.Semaphore(0)

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            self.items.append(item)
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.mutex:
            item = self.items.popleft()
        self.free.release()
        return item


class ConditionBuffer:
    def __init__(self, capacity):
        self.items = deque()
        self.capacity = capacity
        self.changed = threading.Condition()

    def put(self, item):
        with self.changed:
            while len(self.items) >= self.capacity:
                self.changed.wait()
            self.items.append(item)
            self.changed.notify_all()

    def get(self):
        with self.changed:
            while not self.items:
                self.changed.wait()
            item = self.items.popleft()
            self.changed.notify_all()
            return item


class State:
    def __init__(self, buffer):
        self.buffer = buffer
        self.got = [None, None]


def workers():
    return [lambda s: s.buffer.put(1), lambda s: s.buffer.put(2), lambda s: take(s, 0), lambda s: take(s, 1)]


def take(state, number):
    state.got[number] = state.buffer.get()


def invariant(state):
    return sorted(state.got) == [1, 2]


def run(buffer):
    state = State(buffer)
    threads = [threading.Thread(target=worker, args=(state,)) for worker in workers()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert invariant(state)


def main_semaphores():
    run(SemaphoreBuffer(2))


def main_condition():
    run(ConditionBuffer(1))
