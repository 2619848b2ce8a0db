# right: an item goes straight to a waiting receiver; a receive moves the oldest blocked item into the free place
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

    def serve(self):
        self.served = True
        self.door.release()


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
                waiter.item = item
                waiter.serve()
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
                    waiter.serve()
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
            self.closed = True
            for line in (self.senders, self.receivers):
                while line:
                    line.popleft().door.release()
