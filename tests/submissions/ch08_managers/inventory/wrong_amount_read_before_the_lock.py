# fails: reserving: the amount is read before the lock; a restock in between is overwritten
# kind: race|wrong_result


def reserve(stock, lock, item, quantity):
    there = stock.get(item, 0)
    with lock:
        if there < quantity:
            return False
        stock[item] = there - quantity
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
