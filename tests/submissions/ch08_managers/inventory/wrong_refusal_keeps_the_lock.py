# fails: reserving: when too little is there, reserve returns without releasing the lock; the next call waits for ever
# kind: deadlock|hang


def reserve(stock, lock, item, quantity):
    lock.acquire()
    there = stock.get(item, 0)
    if there < quantity:
        return False
    stock[item] = there - quantity
    lock.release()
    return True


def restock(stock, lock, item, quantity):
    with lock:
        stock[item] = stock.get(item, 0) + quantity


def add_tag(catalog, lock, item, tag):
    with lock:
        tags = catalog.get(item, [])
        if tag not in tags:
            tags.append(tag)
            catalog[item] = tags
