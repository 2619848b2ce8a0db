# fails: tagging: the changed list is put back after the lock is released: it overwrites what another has put in between
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
    with lock:
        tags = catalog.get(item, [])
        fresh = tag not in tags
    if fresh:
        tags.append(tag)
        catalog[item] = tags
