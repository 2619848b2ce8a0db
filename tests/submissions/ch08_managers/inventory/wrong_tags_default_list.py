# fails: basics: new items share one default list: the second item gets the first one's tags too
# kind: wrong_result


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


def add_tag(catalog, lock, item, tag, new=[]):
    with lock:
        tags = catalog[item] if item in catalog else new
        if tag not in tags:
            tags.append(tag)
            catalog[item] = tags
