# right: waiting senders bring their items, which move in when there is room
import threading
from collections import deque
class Closed(Exception): pass
class _Sender:
    def __init__(self, item):
        self.item, self.go, self.ok = item, threading.Semaphore(0), False
class _Receiver:
    def __init__(self):
        self.item, self.go, self.ok = None, threading.Semaphore(0), False
class Channel:
    def __init__(self, capacity):
        self._capacity, self._lock = capacity, threading.Lock()
        self._buffer, self._senders, self._receivers, self._closed = deque(), deque(), deque(), False
    def send(self, item):
        with self._lock:
            if self._closed: raise Closed
            if self._receivers:
                r = self._receivers.popleft()
                r.item, r.ok = item, True
                r.go.release()
                return
            if len(self._buffer) < self._capacity:
                self._buffer.append(item)
                return
            me = _Sender(item)
            self._senders.append(me)
        me.go.acquire()
        if not me.ok: raise Closed
    def receive(self):
        with self._lock:
            if self._buffer:
                item = self._buffer.popleft()
                if self._senders:
                    s = self._senders.popleft()
                    self._buffer.append(s.item)
                    s.ok = True
                    s.go.release()
                return item
            if self._closed: raise Closed
            me = _Receiver()
            self._receivers.append(me)
        me.go.acquire()
        if not me.ok: raise Closed
        return me.item
    def close(self):
        with self._lock:
            self._closed = True
            waiting = [*self._senders, *self._receivers]
            self._senders.clear(); self._receivers.clear()
        for w in waiting: w.go.release()
