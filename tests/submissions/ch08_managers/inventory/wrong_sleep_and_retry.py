# fails: reserving: restock sleeps and asks for the lock again, instead of blocking on it
# kind: livelock
import time


def reserve(stock, lock, item, quantity):
    with lock:
        there = stock.get(item, 0)
        if there < quantity:
            return False
        stock[item] = there - quantity
        return True


def restock(stock, lock, item, quantity):
    while not lock.acquire(False):
        time.sleep(0.01)
    try:
        stock[item] = stock.get(item, 0) + quantity
    finally:
        lock.release()


def add_tag(catalog, lock, item, tag):
    with lock:
        tags = catalog.get(item, [])
        if tag not in tags:
            tags.append(tag)
            catalog[item] = tags
