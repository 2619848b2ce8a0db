# fails: reserving: takes first and gives back if it was too much: in between the stock is negative and another process, which
# would
# have had enough, is refused
# kind: race|wrong_result


def reserve(stock, lock, item, quantity):
    with lock:
        stock[item] = stock.get(item, 0) - quantity
        enough = stock[item] >= 0
    if not enough:
        restock(stock, lock, item, quantity)
    return enough


def restock(stock, lock, item, quantity):
    with lock:
        stock[item] = stock.get(item, 0) + quantity


def add_tag(catalog, lock, item, tag):
    with lock:
        tags = catalog.get(item, [])
        if tag not in tags:
            tags.append(tag)
            catalog[item] = tags
