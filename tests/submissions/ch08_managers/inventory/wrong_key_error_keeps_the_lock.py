# fails: basics: restock of an unknown item: the KeyError is caught, but the lock is not released on that way
# kind: deadlock|hang


def reserve(stock, lock, item, quantity):
    with lock:
        there = stock.get(item, 0)
        if there < quantity:
            return False
        stock[item] = there - quantity
        return True


def restock(stock, lock, item, quantity):
    try:
        lock.acquire()
        stock[item] += quantity
        lock.release()
    except KeyError:
        stock[item] = quantity


def add_tag(catalog, lock, item, tag):
    with lock:
        tags = catalog.get(item, [])
        if tag not in tags:
            tags.append(tag)
            catalog[item] = tags
