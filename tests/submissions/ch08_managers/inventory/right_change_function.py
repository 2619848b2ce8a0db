# right: all three are one change(): a function of the old entry gives the new one, under the lock


def _change(table, lock, key, default, function):
    with lock:
        if key not in table:
            table[key] = default
        old = table[key]
        new = function(old)
        if new is not None:
            table[key] = new
    return new is not None


def reserve(stock, lock, item, quantity):
    return _change(stock, lock, item, 0, lambda there: there - quantity if there >= quantity else None)


def restock(stock, lock, item, quantity):
    _change(stock, lock, item, 0, lambda there: there + quantity)


def add_tag(catalog, lock, item, tag):
    _change(catalog, lock, item, [], lambda tags: None if tag in tags else tags + [tag])
