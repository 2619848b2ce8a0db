# right: each item a node with an event; slots by semaphore
import threading
class Closed(Exception): pass
class _Node:
    def __init__(self):
        self.ready = threading.Event(); self.item = None; self.end = False; self.next = None
class Channel:
    def __init__(self, capacity):
        self._room = threading.Semaphore(capacity)
        self._lock = threading.Lock()
        self._tail = self._head = _Node()
        self._closed = False
    def send(self, item):
        self._room.acquire()
        with self._lock:
            if self._closed:
                self._room.release()
                raise Closed
            node, self._tail = self._tail, _Node()
            node.item, node.next = item, self._tail
            node.ready.set()
    def receive(self):
        with self._lock:
            node = self._head
            if node.next is not None:
                self._head = node.next
                if not self._closed: self._room.release()
                return node.item
            if self._closed: raise Closed
        node.ready.wait()
        return self.receive()
    def close(self):
        with self._lock:
            if not self._closed:
                self._closed = True
                self._tail.ready.set()
                self._room.release()
