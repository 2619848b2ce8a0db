# fails: basics: the item is popped and, when reserve refuses, not put back: the stock is lost
# kind: wrong_result


def reserve(stock, lock, item, quantity):
    with lock:
        there = stock.pop(item, 0)
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
