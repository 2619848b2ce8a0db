# fails: tagging: the entry of a new item is made before the lock: the second process puts an empty list over the first one's tag
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
    if item not in catalog:
        catalog[item] = []
    with lock:
        tags = catalog[item]
        if tag not in tags:
            catalog[item] = tags + [tag]
