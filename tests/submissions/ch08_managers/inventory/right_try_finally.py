# right: acquire and release by hand, in try and finally; a look without the lock first, and again with it


def reserve(stock, lock, item, quantity):
    if stock.get(item, 0) < quantity:
        return False
    lock.acquire()
    try:
        left = stock.get(item, 0) - quantity
        if left >= 0:
            stock[item] = left
        return left >= 0
    finally:
        lock.release()


def restock(stock, lock, item, quantity):
    lock.acquire()
    try:
        if item in stock:
            stock[item] += quantity
        else:
            stock[item] = quantity
    finally:
        lock.release()


def add_tag(catalog, lock, item, tag):
    if tag in catalog.get(item, ()):
        return
    lock.acquire()
    try:
        old = catalog.get(item, [])
        if tag not in old:
            catalog[item] = old + [tag]
    finally:
        lock.release()
