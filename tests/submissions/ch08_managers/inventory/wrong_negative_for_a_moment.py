# fails: reserving: with the lock held, but the stock is written negative first; whoever reads the proxy then sees it
# kind: race|wrong_result


def reserve(stock, lock, item, quantity):
    with lock:
        stock[item] = stock.get(item, 0) - quantity
        if stock[item] < 0:
            stock[item] += quantity
            return False
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
