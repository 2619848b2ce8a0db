# right: tries once without waiting for the lock, and if that fails blocks on it; refuses without the lock when too little is
# there
from contextlib import contextmanager


@contextmanager
def holding(lock):
    if not lock.acquire(False):
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def reserve(stock, lock, item, quantity):
    if quantity > stock.get(item, 0):
        return False
    with holding(lock):
        there = stock.get(item, 0)
        if there >= quantity:
            stock[item] = there - quantity
            return True
        return False


def restock(stock, lock, item, quantity):
    with holding(lock):
        stock[item] = stock.get(item, 0) + quantity


def add_tag(catalog, lock, item, tag):
    with holding(lock):
        tags = catalog.get(item, [])
        catalog[item] = tags + [tag] * (tag not in tags)
