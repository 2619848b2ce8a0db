# fails: reserving: two processes find the item unknown before the lock, both set it: the first one's pieces are lost
# kind: race|wrong_result


def reserve(stock, lock, item, quantity):
    with lock:
        there = stock.get(item, 0)
        if there < quantity:
            return False
        stock[item] = there - quantity
        return True


def restock(stock, lock, item, quantity):
    known = item in stock
    with lock:
        stock[item] = stock[item] + quantity if known else quantity


def add_tag(catalog, lock, item, tag):
    with lock:
        tags = catalog.get(item, [])
        if tag not in tags:
            tags.append(tag)
            catalog[item] = tags
