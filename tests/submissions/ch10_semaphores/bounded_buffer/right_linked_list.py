# right: a singly linked list with a dummy node (the two-lock queue of Michael and Scott) between two semaphores
from threading import Lock, Semaphore


class Node:
    def __init__(self, item=None):
        self.item = item
        self.next = None


class BoundedBuffer:
    def __init__(self, capacity):
        if not capacity >= 1:
            raise ValueError(f"capacity must be at least 1, not {capacity}")
        self.first = self.last = Node()
        self.first_lock, self.last_lock = Lock(), Lock()
        self.free, self.used = Semaphore(capacity), Semaphore(0)

    def put(self, item):
        node = Node(item)
        self.free.acquire()
        with self.last_lock:
            self.last.next = node
            self.last = node
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.first_lock:
            node = self.first.next
            self.first = node
            item, node.item = node.item, None
        self.free.release()
        return item
