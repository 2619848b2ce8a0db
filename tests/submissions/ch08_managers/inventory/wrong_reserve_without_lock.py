# fails: reserving: two processes see 1 there, both take it: both get True
# kind: race|wrong_result


def reserve(stock, lock, item, quantity):
    there = stock.get(item, 0)
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
