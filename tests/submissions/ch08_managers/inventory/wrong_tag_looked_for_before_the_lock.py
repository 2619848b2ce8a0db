# fails: tagging: two processes find the tag missing before the lock, both append it under it: it is there twice
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
    if tag not in catalog.get(item, []):
        with lock:
            catalog[item] = catalog.get(item, []) + [tag]
