# fails: reserving: restock takes a lock of the module's own, which shuts out neither reserve nor the other processes
# kind: race|wrong_result
import threading

_lock = threading.Lock()


def reserve(stock, lock, item, quantity):
    with lock:
        there = stock.get(item, 0)
        if there < quantity:
            return False
        stock[item] = there - quantity
        return True


def restock(stock, lock, item, quantity):
    with _lock:
        stock[item] = stock.get(item, 0) + quantity


def add_tag(catalog, lock, item, tag):
    with lock:
        tags = catalog.get(item, [])
        if tag not in tags:
            tags.append(tag)
            catalog[item] = tags
