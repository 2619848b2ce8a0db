# right: a helper context manager that writes the entry back
from contextlib import contextmanager

@contextmanager
def entry(table, lock, key, default):
    with lock:
        box = [table.get(key, default)]
        yield box
        table[key] = box[0]

def reserve(stock, lock, item, quantity) -> bool:
    with entry(stock, lock, item, 0) as box:
        if box[0] >= quantity:
            box[0] -= quantity
            return True
    return False

def restock(stock, lock, item, quantity) -> None:
    with entry(stock, lock, item, 0) as box:
        box[0] += quantity

def add_tag(catalog, lock, item, tag) -> None:
    with entry(catalog, lock, item, []) as box:
        if tag not in box[0]:
            box[0].append(tag)
