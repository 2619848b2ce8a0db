# fails: tagging: a tag that is there already: add_tag returns with the lock held
# kind: deadlock|hang


def reserve(stock, lock, item, quantity):
    with lock:
        there = stock.get(item, 0)
        if there < quantity:
            return False
        stock[item] = there - quantity
        return True


def restock(stock, lock, item, quantity):
    with lock:
        stock[item] = stock.get(item, 0) + quantity


def add_tag(catalog, lock, item, tag):
    lock.acquire()
    tags = catalog.get(item, [])
    if tag in tags:
        return
    tags.append(tag)
    catalog[item] = tags
    lock.release()
