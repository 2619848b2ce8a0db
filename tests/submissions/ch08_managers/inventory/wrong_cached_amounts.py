# fails: reserving: each process remembers the amounts it has seen and does not look again
# kind: wrong_result|race
_known = {}


def reserve(stock, lock, item, quantity):
    with lock:
        there = _known.get(item, 0)
        if there < quantity:
            there = stock.get(item, 0)
        if there < quantity:
            return False
        stock[item] = _known[item] = there - quantity
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
