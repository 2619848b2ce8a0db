# fails: reserving: each process keeps the amount it has last seen and does not see what others restock or take
# kind: wrong_result|race
_cache = {}


def reserve(stock, lock, item, quantity):
    with lock:
        have = _cache.setdefault(item, stock.get(item, 0))
        if have < quantity:
            return False
        _cache[item] = stock[item] = have - quantity
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
