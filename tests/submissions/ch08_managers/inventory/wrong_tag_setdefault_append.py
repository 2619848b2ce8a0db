# fails: basics: setdefault gives a copy of the list, the tag is appended to the copy
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


def add_tag(catalog, lock, item, tag):
    with lock:
        tags = catalog.setdefault(item, [tag])
        if tag not in tags:
            tags.append(tag)
