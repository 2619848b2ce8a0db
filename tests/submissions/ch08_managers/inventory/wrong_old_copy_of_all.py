# fails: reserving: a copy of the whole stock, taken before the lock, is written back: another item's sale is undone
# kind: wrong_result|race
def reserve(stock, lock, item, quantity):
    with lock:
        have = stock.get(item, 0)
        if have < quantity:
            return False
        stock[item] = have - quantity
        return True


def restock(stock, lock, item, quantity):
    whole = stock.copy()
    with lock:
        whole[item] = stock.get(item, 0) + quantity
        stock.update(whole)


def add_tag(catalog, lock, item, tag):
    with lock:
        tags = catalog.get(item, [])
        if tag not in tags:
            tags.append(tag)
            catalog[item] = tags
