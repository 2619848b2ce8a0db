# right: a decorator takes the lock that is the second argument
from functools import wraps


def locked(function):
    @wraps(function)
    def wrapper(table, lock, item, what):
        with lock:
            return function(table, item, what)
    return wrapper


@locked
def reserve(stock, item, quantity):
    try:
        there = stock[item]
    except KeyError:
        there = 0
    enough = there >= quantity
    if enough:
        stock[item] = there - quantity
    return enough


@locked
def restock(stock, item, quantity):
    stock.update({item: quantity + stock.get(item, 0)})


@locked
def add_tag(catalog, item, tag):
    tags = catalog.setdefault(item, [])
    if tag in tags:
        return
    tags.append(tag)
    catalog[item] = tags
