# fails: closing: S is blocked; close wakes it, it raises Closed; its item stays on the list and the next receive lets it in
# kind: wrong_result|race
from collections import deque
from threading import Lock


class Closed(Exception):
    pass


class _Waiter:
    def __init__(self, item=None):
        self.item = item
        self.served = False
        self.door = Lock()
        self.door.acquire()


class Channel:
    def __init__(self, capacity):
        self.mutex = Lock()
        self.capacity = capacity
        self.items = deque()
        self.senders = deque()
        self.receivers = deque()
        self.closed = False

    def send(self, item):
        with self.mutex:
            if self.closed:
                raise Closed
            if self.receivers:
                waiter = self.receivers.popleft()
                waiter.item, waiter.served = item, True
                waiter.door.release()
                return
            if len(self.items) < self.capacity:
                self.items.append(item)
                return
            me = _Waiter(item)
            self.senders.append(me)
        me.door.acquire()
        if not me.served:
            raise Closed

    def receive(self):
        with self.mutex:
            if self.items:
                item = self.items.popleft()
                if self.senders:
                    waiter = self.senders.popleft()
                    self.items.append(waiter.item)
                    if not self.closed:
                        waiter.served = True
                        waiter.door.release()
                return item
            if self.closed:
                raise Closed
            me = _Waiter()
            self.receivers.append(me)
        me.door.acquire()
        if not me.served:
            raise Closed
        return me.item

    def close(self):
        with self.mutex:
            if self.closed:
                return
            self.closed = True
            for waiter in [*self.senders, *self.receivers]:
                waiter.door.release()
