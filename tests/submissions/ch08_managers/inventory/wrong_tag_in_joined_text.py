# fails: basics: a tag that is part of another one is taken for known
# kind: wrong_result
def reserve(stock, lock, item, quantity):
    with lock:
        have = stock.get(item, 0)
        if have < quantity:
            return False
        stock[item] = have - quantity
        return True


def restock(stock, lock, item, quantity):
    with lock:
        stock[item] = stock.get(item, 0) + quantity


def add_tag(catalog, lock, item, tag):
    with lock:
        tags = catalog.get(item, [])
        if tag not in ','.join(tags):
            tags.append(tag)
            catalog[item] = tags
