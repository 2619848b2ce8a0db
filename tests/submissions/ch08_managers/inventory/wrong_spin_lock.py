# fails: reserving: restock asks for the lock again and again instead of blocking on it
# kind: livelock


def reserve(stock, lock, item, quantity):
    with lock:
        there = stock.get(item, 0)
        if there < quantity:
            return False
        stock[item] = there - quantity
        return True


def restock(stock, lock, item, quantity):
    while not lock.acquire(False):
        pass
    stock[item] = stock.get(item, 0) + quantity
    lock.release()


def add_tag(catalog, lock, item, tag):
    with lock:
        tags = catalog.get(item, [])
        if tag not in tags:
            tags.append(tag)
            catalog[item] = tags
