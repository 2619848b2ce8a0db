# right: one context manager for all three: takes the entry out under the lock and puts back what it has become
from contextlib import contextmanager


class _Box:
    def __init__(self, content):
        self.content = content


@contextmanager
def _entry(table, lock, key, default):
    with lock:
        box = _Box(table.get(key, default))
        before = box.content
        yield box
        if box.content is not before:
            table[key] = box.content


def reserve(stock, lock, item, quantity):
    with _entry(stock, lock, item, 0) as box:
        if box.content >= quantity:
            box.content = box.content - quantity
            return True
    return False


def restock(stock, lock, item, quantity):
    with _entry(stock, lock, item, 0) as box:
        box.content += quantity


def add_tag(catalog, lock, item, tag):
    with _entry(catalog, lock, item, []) as box:
        if box.content.count(tag) == 0:
            box.content = [*box.content, tag]
