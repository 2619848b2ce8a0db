# fails: basics: a tag added again moves to the end: not the order of adding
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
        catalog[item] = [old for old in catalog.get(item, []) if old != tag] + [tag]
