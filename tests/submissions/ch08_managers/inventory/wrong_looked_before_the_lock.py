# fails: reserving: both look before the lock and see 1, then both take 1 under it: stock is -1
# kind: race|wrong_result


def reserve(stock, lock, item, quantity):
    if stock.get(item, 0) < quantity:
        return False
    with lock:
        stock[item] = stock.get(item, 0) - quantity
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
