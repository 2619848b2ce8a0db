# fails: reserving: acquire(timeout=1) expires, reserve says False though enough is there
# kind: wrong_result|race


def reserve(stock, lock, item, quantity):
    if not lock.acquire(timeout=1):
        return False
    try:
        there = stock.get(item, 0)
        if there < quantity:
            return False
        stock[item] = there - quantity
        return True
    finally:
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
