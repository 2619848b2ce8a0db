# right: looks at a whole copy of the table, which the lock keeps true
from contextlib import ExitStack


def reserve(stock, lock, item, quantity):
    with ExitStack() as stack:
        stack.enter_context(lock)
        now = stock.copy()
        if quantity > now.get(item, 0):
            return False
        now[item] = now.get(item, 0) - quantity
        stock.update({item: now[item]})
    return True


def restock(stock, lock, item, quantity):
    with ExitStack() as stack:
        lock.acquire()
        stack.callback(lock.release)
        now = dict(stock.items())
        stock[item] = sum([now.get(item, 0), quantity])


def add_tag(catalog, lock, item, tag):
    with ExitStack() as stack:
        stack.enter_context(lock)
        for known, tags in catalog.items():
            if known == item:
                break
        else:
            tags = []
        if tag not in tags:
            catalog[item] = tags + [tag]
