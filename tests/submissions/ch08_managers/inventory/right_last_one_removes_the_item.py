# right: an item of which none is left is removed: an unknown item counts as 0
def reserve(stock, lock, item, quantity):
    with lock:
        have = stock.get(item, 0)
        if have < quantity:
            return False
        stock[item] = have - quantity
        if not stock[item]:
            del stock[item]
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
