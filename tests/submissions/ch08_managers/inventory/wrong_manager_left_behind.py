# fails: basics: add_tag starts a manager of its own for its list; its server process is left
# kind: leak|wrong_result
import multiprocessing

_boxes = []


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
        if tag not in tags:
            box = multiprocessing.Manager().list(tags)
            box.append(tag)
            catalog[item] = list(box)
            _boxes.append(box)
