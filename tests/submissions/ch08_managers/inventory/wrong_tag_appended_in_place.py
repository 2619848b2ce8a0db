# fails: basics: catalog[item] is a copy of the list; the appending never reaches the manager
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
        if item not in catalog:
            catalog[item] = []
        if tag not in catalog[item]:
            catalog[item].append(tag)
