# fails: loads: none needed; it works otherwise
# kind: forbidden
import threading

_tool = getattr(threading, "".join(["Con", "dition"]))


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.items = []
        self.tool = _tool()

    def put(self, item):
        with self.tool:
            self.tool.wait_for(lambda: len(self.items) < self.capacity)
            self.items.append(item)
            self.tool.notify_all()

    def get(self):
        with self.tool:
            self.tool.wait_for(lambda: self.items)
            item = self.items.pop(0)
            self.tool.notify_all()
            return item
