# fails: reserving: lock.acquire(True, 5) expires while another process is slow inside; reserve goes on without the lock
# kind: race|wrong_result


def reserve(stock, lock, item, quantity):
    got = lock.acquire(True, 5)
    try:
        there = stock.get(item, 0)
        if there < quantity:
            return False
        stock[item] = there - quantity
        return True
    finally:
        if got:
            lock.release()


def restock(stock, lock, item, quantity):
    with lock:
        stock[item] = stock.get(item, 0) + quantity


def add_tag(catalog, lock, item, tag):
    with lock:
        tags = catalog.get(item, [])
        if tag not in tags:
            tags.append(tag)
            catalog[item] = tags
