# right: nothing to take or to give needs no lock; the rest asks in try and else


def reserve(stock, lock, item, quantity):
    if quantity == 0:
        return True
    with lock:
        try:
            there = stock[item]
        except KeyError:
            return False
        else:
            if not 0 <= quantity <= there:
                return False
            stock[item] = there - quantity
    return True


def restock(stock, lock, item, quantity):
    if quantity:
        with lock:
            try:
                stock[item] = stock[item] + quantity
            except KeyError:
                stock[item] = quantity


def add_tag(catalog, lock, item, tag):
    with lock:
        tags = catalog[item] if item in catalog else []
        try:
            tags.index(tag)
        except ValueError:
            tags.append(tag)
            catalog[item] = tags
