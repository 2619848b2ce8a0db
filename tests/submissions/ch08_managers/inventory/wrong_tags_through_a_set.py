# fails: basics: a set is taken to drop duplicates: the order of adding is lost
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
        catalog[item] = sorted(set(catalog.get(item, [])) | {tag})
