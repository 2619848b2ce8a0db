# fails: tagging: the list is taken out before the lock; a tag that another process adds in between is overwritten
# kind: race|wrong_result


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
    tags = catalog.get(item, [])
    if tag in tags:
        return
    with lock:
        catalog[item] = tags + [tag]
